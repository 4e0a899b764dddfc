package org.yichuang.casework.web;

import java.util.List;
import java.util.stream.Collectors;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.catalogue.Material;

/**
 * A paper that an answer to be mended may ask for: it is handed in under that answer.
 *
 * @param input what the name of its file's input has before the material's code
 * @param handed names of what was handed in before
 * @param kept what an earlier try of the form uploaded
 * @param window at a window it may be seen on paper instead
 * @param seen that is ticked
 */
public record Paper(
        Material material, String input, String handed, List<SubmittedMaterial> kept, boolean window, boolean seen) {

    /** What a problem calls it. */
    public String id() {
        return "materials." + material.code();
    }

    /** The names of what was handed in of a material. */
    public static String handed(CaseView view, String material) {
        return view.materials().stream()
                .filter(handed -> handed.material().equals(material))
                .map(SubmittedMaterial::name)
                .collect(Collectors.joining(", "));
    }
}

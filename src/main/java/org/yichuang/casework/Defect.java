package org.yichuang.casework;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Material;
import org.yichuang.shared.Text;

/** One thing of an application that has to be mended: of a material (AL-31) or of an answer, exactly one of the two. */
public record Defect(
        @Schema(description = "The code of a material; this or a field") @Nullable
        String material,

        @Schema(description = "The key of a field of the form; this or a material") @Nullable
        String field,

        @Schema(description = "What is wrong") String wrong,
        @Schema(description = "What to do") String mend) {

    /** What the material or the field is called; none where the item has neither. */
    public Optional<Text> about(ItemVersion item) {
        return Optional.ofNullable(material)
                .flatMap(item::material)
                .map(Material::name)
                .or(() -> Optional.ofNullable(field).flatMap(item.form()::field).map(Field::label));
    }

    /**
     * AL-31: the materials a notice may name. Those that the applicant has to bring under these answers, as the guide
     * says; of others only what was handed in.
     */
    public static List<Material> materials(
            ItemVersion item, Map<String, Object> answers, List<SubmittedMaterial> handed) {
        List<Material> asked =
                item.materials(answers).stream().filter(Material::brought).toList();
        return item.materials().stream()
                .filter(material -> asked.contains(material)
                        || handed.stream().anyMatch(one -> one.material().equals(material.code())))
                .toList();
    }

    /** The materials that the item asks for under these answers, and that are not there. */
    public static List<Material> missing(
            ItemVersion item, Map<String, Object> answers, List<SubmittedMaterial> handed) {
        return item.materials(answers).stream()
                .filter(Material::mustBring)
                .filter(material ->
                        handed.stream().noneMatch(one -> one.material().equals(material.code())))
                .toList();
    }
}

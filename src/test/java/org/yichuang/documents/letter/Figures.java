package org.yichuang.documents.letter;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;

/** The figures of a tagged PDF. */
final class Figures {
    private Figures() {}

    /** Their alternative texts. */
    static List<String> alternatives(PDDocument document) {
        var found = new ArrayList<String>();
        collect(document.getDocumentCatalog().getStructureTreeRoot(), found);
        return found;
    }

    private static void collect(PDStructureNode node, List<String> found) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if ("Figure".equals(element.getStructureType())) {
                    found.add(String.valueOf(element.getAlternateDescription()));
                }
                collect(element, found);
            }
        }
    }
}

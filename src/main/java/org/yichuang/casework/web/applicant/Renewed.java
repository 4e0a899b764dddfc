package org.yichuang.casework.web.applicant;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.yichuang.casework.Draft;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.FieldType;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Material;
import org.yichuang.shared.Text;

/**
 * A newer version of its item than the draft was begun under.
 *
 * @param since the day it came into force
 * @param left what was answered or handed in and has no place in it
 */
public record Renewed(LocalDate since, List<Text> left) {

    /**
     * @param saved the draft as it was saved
     * @param then its item at that time
     */
    static Renewed of(DraftPage now, Draft saved, ItemVersion then, LocalDate since) {
        Stream<Text> answers = then.form()
                .fields()
                .filter(field -> now.item().form().field(field.key()).isEmpty())
                .filter(field ->
                        !FieldType.values(saved.answers().get(field.key())).isEmpty())
                .map(Field::label);
        Stream<Text> materials = then.materials().stream()
                .filter(material -> now.item().material(material.code()).isEmpty())
                .filter(material -> !saved.of(material.code()).isEmpty())
                .map(Material::name);
        return new Renewed(since, Stream.concat(answers, materials).distinct().toList());
    }
}

package org.yichuang.casework.web.applicant;

import java.util.List;
import java.util.stream.Stream;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.FieldType;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Material;
import org.yichuang.shared.Text;

/**
 * What a draft has of the earlier case that it began from.
 *
 * @param left what that case said or handed in, and this draft does not have; not what nobody has to hand in now
 */
public record TakenOver(CaseView earlier, int answers, int files, List<Text> left) {

    /** @param then the item as the earlier case had it */
    static TakenOver of(DraftPage draft, CaseView earlier, ItemVersion then) {
        List<Field> said = then.form()
                .asked(earlier.answers())
                .fields()
                .filter(field ->
                        !FieldType.values(earlier.answers().get(field.key())).isEmpty())
                .toList();
        List<Field> gone = said.stream()
                .filter(field -> !draft.answers().containsKey(field.key()))
                .toList();
        List<SubmittedMaterial> missing = earlier.materials().stream()
                .filter(handed -> draft.draft().materials().stream().noneMatch(handed::equals))
                .toList();
        List<Text> left = Stream.concat(
                        gone.stream().map(Field::label),
                        missing.stream()
                                .filter(handed -> draft.item()
                                        .material(handed.material())
                                        .filter(now -> now.held() || now.filled())
                                        .isEmpty())
                                .flatMap(handed -> then.material(handed.material()).map(Material::name).stream()))
                .distinct()
                .toList();
        return new TakenOver(
                earlier, said.size() - gone.size(), earlier.materials().size() - missing.size(), left);
    }

    public String href() {
        return "/my/cases/" + earlier.id();
    }

    /** How the earlier case ended, or where it stands, and how much came along. */
    public Text came() {
        Text ended = StartPage.ended(earlier);
        return Text.of(
                "（" + ended.zh() + "）带来了 " + answers + " 项回答、" + files + " 份文件。",
                " (" + ended.en() + "). Answers that came along: " + answers + "; files: " + files + ".");
    }
}

package org.yichuang.casework.web.applicant;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.CaseRow;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Draft;
import org.yichuang.catalogue.Audience;
import org.yichuang.catalogue.FormSpec;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Material;
import org.yichuang.shared.Text;

/**
 * Before a draft.
 *
 * @param visitorAs as whom the visitor would apply
 * @param places the districts to choose from; empty where the city decides
 * @param unit the unit, where there is nothing to choose
 * @param drafts what the visitor has begun of this item
 * @param running the visitor's cases of this item that are not over, the latest first; one more than are listed
 * @param chosen the district chosen before
 * @param earlier a case of the visitor's that the draft may begin from, null when there is none
 * @param again it is to begin from it
 */
public record StartPage(
        ItemVersion item,
        Audience visitorAs,
        List<Districts.Choice> places,
        @Nullable Text unit,
        List<Draft> drafts,
        List<CaseRow> running,
        String chosen,
        @Nullable CaseView earlier,
        boolean again) {

    private static final Text APPLY = Text.of("申请", "Apply: ");

    public boolean forVisitor() {
        return item.isFor(visitorAs);
    }

    public boolean online() {
        return item.handling().online() && !item.form().sections().isEmpty();
    }

    /** How a case ended, or where it stands. */
    static Text ended(CaseView view) {
        return view.result() == null || view.reversed()
                ? view.state().text(view.reversed())
                : view.result().state().text();
    }

    public Text earlierEnded() {
        return earlier == null ? Text.of("", "") : ended(earlier);
    }

    /** Whose windows take it. */
    public Text windows() {
        if (item.handling().cityWide()) {
            return Text.of("全市的综合窗口都可以收件。", "Any general window of the city takes it.");
        }
        return unit == null
                ? Text.of("由这件事所在地的主管单位收件。", "The competent unit where the matter lies takes it.")
                : Text.of("由" + unit.zh() + "收件。", unit.en() + " takes it.");
    }

    public String windowsHref() {
        return windowsHref(item);
    }

    /** Where the windows that take it are found. */
    static String windowsHref(ItemVersion item) {
        return item.handling().cityWide() ? "/places" : "/items/" + item.code() + "#where";
    }

    public Text visitorKind() {
        return visitorAs.text();
    }

    public Text audience() {
        return item.audience().stream()
                .map(Audience::text)
                .reduce((a, b) -> Text.of(a.zh() + "或" + b.zh(), a.en() + " or " + b.en()))
                .orElse(Text.of("", ""));
    }

    public Text placeHint() {
        return item.form().place().isPresent()
                ? Text.of("选场所、住址或项目所在的区，由那里的部门办", "Choose where the premises, the home or the project lies")
                : Text.of("选您要去办的区", "Choose where you want it decided");
    }

    /** What the pages of an application are called; a name that says 申请 or 申领 itself does not get it twice. */
    public static Text title(ItemVersion item) {
        Text name = item.name();
        boolean said = name.zh().contains(APPLY.zh().substring(0, 1));
        return Text.of((said ? "" : APPLY.zh()) + name.zh(), APPLY.en() + name.en());
    }

    /** How long the form takes, about. */
    public int minutes() {
        int questions =
                item.form().questions().mapToInt(FormSpec.Question::minutes).sum();
        int files =
                (int) item.materials().stream().filter(Material::alwaysBring).count();
        return Math.max(1, questions + 3 * files);
    }
}

package org.yichuang.casework.web.desk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseStep;
import org.yichuang.network.Act;
import org.yichuang.shared.Text;

/** What a case can wait for, by the register's act, in the order of its life. */
final class ActNames {
    static final Map<String, Text> WAITED = waited();

    private static final Text CERTIFICATE = Text.of("制证", "Make the certificate");

    private ActNames() {}

    /**
     * What was just done, from the address a dialogue leads to; null when nothing was.
     *
     * @param step the step that it finished; null for other acts
     */
    static @Nullable Text done(String slug, @Nullable CaseStep step) {
        return Arrays.stream(ActKind.values())
                .filter(kind -> kind.slug().equals(slug))
                .map(kind -> step == null ? kind.text() : step.makesCertificate() ? CERTIFICATE : step.name())
                .map(name -> Text.of("已办：" + name.zh(), "Done: " + name.en()))
                .findFirst()
                .orElse(null);
    }

    private static Map<String, Text> waited() {
        var names = new LinkedHashMap<String, Text>();
        names.put(Act.ACCEPT.key(), Text.of("收件受理", "Intake"));
        names.put(Act.REVIEW.key(), Text.of("审查", "Review"));
        names.put(Act.SURVEY.key(), Text.of("现场核查", "Site survey"));
        names.put(Act.EXPERT.key(), Text.of("专家评审", "Expert review"));
        names.put(Act.PAUSE.key(), Text.of("批准中止", "Approval of a pause"));
        names.put(Act.EXTEND.key(), Text.of("批准延期", "Approval of an extension"));
        names.put(Act.DECIDE.key(), Text.of("决定", "Decision"));
        names.put(Act.ISSUE.key(), Text.of("制证", "Issue"));
        names.put(Act.DELIVER.key(), Text.of("送达", "Delivery"));
        names.put("applicant", Text.of("等申请人", "The applicant"));
        return names;
    }
}

package org.yichuang.casework.web.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yichuang.casework.ActKind.*;
import static org.yichuang.casework.State.*;
import static org.yichuang.support.Forms.*;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.Office;
import org.yichuang.casework.State;
import org.yichuang.casework.domain.Edge;
import org.yichuang.casework.domain.Transitions;
import org.yichuang.support.Web;

/**
 * The dialogue of an act, filled in.
 *
 * @param who the act of the register that its officer has, empty for a supervisor
 */
record Filled(Edge line, String who, List<String> typed) {
    static final String LAYOUT = "material:layout_equipment_work_flow";
    private static final String SUPERVISOR = "";

    Filled without(String field) {
        int at = typed.indexOf(field);
        List<String> rest = Stream.concat(
                        typed.stream().limit(at), typed.stream().skip(at + 2L))
                .toList();
        return new Filled(line, who, rest);
    }

    @Override
    public String toString() {
        return line.act() + " in " + line.from();
    }

    /** Who may do it. */
    Web web(Office office) {
        return office.web(who.equals(SUPERVISOR) ? office.aSupervisor() : office.officer(who));
    }

    /** Sent for this case, which it leads where the table says. */
    void done(Office office, UUID id) {
        String dialogue = dialogue(id, line.act());
        Web.Answer sent = send(web(office), dialogue, dialogue, typed);
        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
        assertThat(office.view(id).state()).isEqualTo(line.to());
    }

    /** Sent from a dialogue that was opened while the act could be done: now it would have no form. */
    static Web.Answer sentLate(Web browser, Office office, UUID id, ActKind act, List<String> typed) {
        Stream<String> version =
                Stream.of("version", String.valueOf(office.view(id).version()));
        return browser.post(
                dialogue(id, act), Stream.concat(version, typed.stream()).toArray(String[]::new));
    }

    static String dialogue(UUID id, ActKind act) {
        return "/desk/cases/" + id + "/act/" + act.slug();
    }

    static Filled filled(State from, ActKind act, State to, String who, String... typed) {
        return new Filled(Transitions.find(from, act, to).orElseThrow(), who, List.of(typed));
    }

    static Filled notHere() {
        String[] typed = {
            "denialReason",
            "NOT_OUR_AUTHORITY",
            "article",
            "行政许可法第三十二条",
            "told",
            "不归区里管",
            "rightAuthority",
            "杭州市市场监督管理局"
        };
        return filled(SUBMITTED, NOT_HERE, NOT_ACCEPTED, "accept", typed);
    }

    static Filled notNeeded() {
        String[] typed = {"denialReason", "NO_LICENCE_NEEDED", "article", "食品安全法第三十五条", "told", "不用办"};
        return filled(SUBMITTED, NOT_NEEDED, NOT_ACCEPTED, "accept", typed);
    }

    static Filled decline() {
        String[] typed = {"denialReason", "FORBIDDEN", "article", "食品安全法第三十三条", "told", "离污染源太近"};
        return filled(SUBMITTED, DECLINE, NOT_ACCEPTED, "accept", typed);
    }

    static Filled notice() {
        String[] typed = {"defect", LAYOUT, "wrong." + LAYOUT, "没有标出水池", "mend." + LAYOUT, "请标出水池"};
        return filled(SUBMITTED, NOTICE, CORRECTING, "accept", typed);
    }

    static Filled allowNotice() {
        return filled(SUBMITTED, ALLOW_NOTICE, SUBMITTED, SUPERVISOR, "reason", "图纸换过");
    }

    static Filled pause(State in) {
        String[] typed = {"cause", "TESTING", "expectedEnd", "2026-10-20", "reason", "水质检测"};
        return filled(in, PROPOSE_PAUSE, in, "decide", typed);
    }

    static Filled extension(State in) {
        return filled(in, PROPOSE_EXTENSION, in, "decide", "amount", "3", "reason", "情况复杂");
    }

    static Filled reject() {
        return filled(ACCEPTED, REJECT, ACCEPTED, "supervise", "reason", "理由不足");
    }

    static Filled takeBack() {
        return filled(ACCEPTED, TAKE_BACK, ACCEPTED, "decide", "reason", "报告今天到了");
    }

    static Filled resume() {
        return filled(PAUSED, RESUME, REVIEWING, "decide", "finding", "报告合格");
    }

    static Filled refuse() {
        String[] typed = {
            "reasons",
            "场所离污染源太近",
            "articles",
            "食品安全法第三十三条\r\n食品安全法第三十五条",
            "denialReason",
            "CONDITIONS_NOT_MET",
            "told",
            "离污染源太近"
        };
        return filled(REVIEWING, REFUSE, REFUSED, "decide", typed);
    }

    static Filled again() {
        return filled(
                DELIVERED, DELIVER, DELIVERED, "deliver", "way", "POST", "note", "EMS 1236，寄到转塘街道", "reason", "退回");
    }

    static Filled withdraw(State in) {
        return filled(in, WITHDRAW, WITHDRAWN, "accept", "reason", "申请人说不开了");
    }
}

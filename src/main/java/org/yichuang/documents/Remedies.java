package org.yichuang.documents;

/**
 * How a decision can be contested: administrative review within 60 days (行政复议法 20), a suit within six months
 * (行政诉讼法 46).
 */
public final class Remedies {
    private Remedies() {}

    /** Where the city's data name neither body. */
    public static String general() {
        return naming("有管辖权的行政复议机关", "有管辖权的人民法院");
    }

    public static String naming(String reviewBody, String court) {
        return "如对本决定不服，可以自收到之日起六十日内依法向" + reviewBody + "申请行政复议，也可以自收到之日起六个月内依法向" + court + "提起行政诉讼。";
    }
}

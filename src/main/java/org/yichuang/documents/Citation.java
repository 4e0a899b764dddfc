package org.yichuang.documents;

/**
 * The article a letter stands on.
 *
 * @param rule the rule's id, such as {@code AL-32}; empty for an item's own basis
 * @param law the law's full name, without the title marks
 * @param article such as 第三十二条第一款第（五）项; empty where the law is named together with it
 */
public record Citation(String rule, String law, String article) {
    private static final String LICENSING_LAW = "中华人民共和国行政许可法";

    /** Of the Administrative Licensing Law. */
    public static Citation al(String rule, String article) {
        return new Citation(rule, LICENSING_LAW, article);
    }

    /** Whether it says all that the other does, however officers write the law's name: 行政许可法第三十二条. */
    public boolean covers(Citation other) {
        return plain().startsWith(other.plain());
    }

    private String plain() {
        return toString().replaceAll("[《》\\s]|中华人民共和国", "");
    }

    @Override
    public String toString() {
        return article.isEmpty() ? law : "《" + law + "》" + article;
    }
}

package org.yichuang.network.tables;

import java.util.List;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/** 422: a file cannot be imported, and every bad cell of it, by line. Nothing was changed. */
public final class BadRows extends Problem {
    private static final long serialVersionUID = 1L;
    private final transient List<RowError> rows;
    private final transient Text heading;

    BadRows(List<RowError> all) {
        super(
                422,
                "invalid",
                all.size() == 1 ? all.getFirst().inFile().detail() : heading(all.size()),
                all.stream().limit(MOST).map(RowError::inFile).toList());
        this.rows = all.stream().limit(MOST).toList();
        this.heading = heading(all.size());
    }

    /** The first two thousand of them, in the order in which they were found. */
    public List<RowError> rows() {
        return rows;
    }

    /** How many there are, for where the rows are listed below it. */
    public Text heading() {
        return heading;
    }

    private static Text heading(int all) {
        String zh = "文件里有 " + all + " 处要改，什么都没有导入";
        String en = (all == 1 ? "One thing in the file needs" : all + " things in the file need")
                + " to be corrected; nothing was imported";
        return all <= MOST ? Text.of(zh, en) : Text.of(zh + "，先列出 " + MOST + " 处", en + "; here are the first " + MOST);
    }
}

package org.yichuang.network.tables;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.yichuang.network.OpeningHours;
import org.yichuang.shared.Days;
import org.yichuang.shared.Text;

/** What a cell may hold. */
public enum Kind {
    /** A key that people can read. */
    CODE(
            "text",
            value -> matches(Patterns.CODE, value),
            Text.of("字母、数字和 . _ - ，最多 40 位", "letters, digits and . _ -, at most 40")),
    TEXT("text", value -> value.length() <= 200, Text.of("最多 200 字", "at most 200 characters")),
    PHONE(
            "text",
            value -> matches(Patterns.PHONE, value),
            Text.of("数字、空格和 - ，5 到 20 位，前面可以写 +", "digits, spaces and -, 5 to 20, with + before them if need be")),
    DATE("date", Kind::date, Text.of("写成 2026-10-01", "written 2026-10-01")),
    HOURS(
            "text",
            value -> OpeningHours.parse(value).isPresent(),
            Text.of("写成 1-5 08:45-12:00 13:30-17:00", "written 1-5 08:45-12:00 13:30-17:00")),
    /** An item's code, as long as the catalogue allows, or * for every item of the unit's department. */
    ITEM(
            "text",
            value -> value.equals("*") || matches(Patterns.ITEM, value),
            Text.of("目录里的事项编码，草稿也行，或 *", "the code of an item in the catalogue, a draft too, or *")),
    /** One of the column's choices. */
    CHOICE("text", value -> true, Text.of("列出的值之一，写代码或名称", "one of the values listed, by key or name")),
    /** The key of a row of another table. */
    REFERENCE("text", value -> value.length() <= 40, Text.of("另一张表的编码", "a key of another table")),
    /** A sign-in name; the database holds the account's id. */
    ACCOUNT(
            "uuid",
            value -> value.length() <= 60,
            Text.of("登录名，账号由安全管理员先开", "a sign-in name; the security administrator opens the account first")),
    /** Given by the server when left empty. */
    ID("uuid", Kind::uuid, Text.of("留空，由系统编号", "leave empty: the server gives one"));

    private final String sqlType;
    private final Function<String, Boolean> fits;
    private final Text form;

    Kind(String sqlType, Function<String, Boolean> fits, Text form) {
        this.sqlType = sqlType;
        this.fits = fits;
        this.form = form;
    }

    String sqlType() {
        return sqlType;
    }

    /** How it is written. */
    public Text form() {
        return form;
    }

    boolean fits(String value) {
        return fits.apply(value);
    }

    private static final class Patterns {
        private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,40}");
        private static final Pattern ITEM = Pattern.compile("[A-Za-z0-9._-]{1,100}");
        private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{4,19}");
    }

    private static boolean matches(Pattern pattern, String value) {
        return pattern.matcher(value).matches();
    }

    private static boolean date(String value) {
        try {
            return Days.reached(LocalDate.parse(value));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean uuid(String value) {
        try {
            return UUID.fromString(value).toString().equals(value);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

package org.yichuang.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.PersonalNumbers;
import org.yichuang.shared.Phone;
import org.yichuang.shared.PlainText;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/** Reads the fields of a form, gathers everything that is wrong with them, and says it all at once. */
final class Form {
    private static final int NAME_LENGTH = 100;
    private final List<Problem.FieldError> errors = new ArrayList<>();

    void wrong(String field, @Nullable Text why) {
        if (why != null) {
            errors.add(new Problem.FieldError(field, why));
        }
    }

    void done() {
        Problem.ifAny(errors);
    }

    String residentId(String field, @Nullable String typed, LocalDate today) {
        String number = PersonalNumbers.normalise(typed == null ? "" : typed);
        wrong(field, PersonalNumbers.wrongResidentId(number, today));
        return number;
    }

    String uscc(String field, @Nullable String typed) {
        String number = PersonalNumbers.normalise(typed == null ? "" : typed);
        wrong(field, PersonalNumbers.wrongUscc(number));
        return number;
    }

    /** What somebody or something is called. */
    String name(String field, @Nullable String typed, Text missing) {
        int before = errors.size();
        String name = line(field, typed, missing);
        if (errors.size() == before && PersonalNumbers.noName(name)) {
            wrong(
                    field,
                    Text.of(
                            "这不是名称：名称里有文字，没有证件或电话号码",
                            "This is no name: a name has letters, and no number of a card or telephone"));
        }
        return name;
    }

    String legalRepresentative(@Nullable String typed) {
        return name("legalRepresentative", typed, Text.of("请填写法定代表人", "Enter the legal representative"));
    }

    /** A line of text. */
    String line(String field, @Nullable String typed, Text missing) {
        String name = typed == null ? "" : typed.strip().replaceAll("\\s+", " ");
        if (name.isEmpty()) {
            wrong(field, missing);
        } else if (name.length() > NAME_LENGTH) {
            wrong(field, Text.of("最多 " + NAME_LENGTH + " 个字", "At most " + NAME_LENGTH + " characters"));
        } else if (name.codePoints().anyMatch(Form::unfit)) {
            wrong(field, Text.of("有不能用的字符", "There is a character that cannot be used"));
        }
        return name;
    }

    private static boolean unfit(int c) {
        return !PlainText.printable(c) || Character.getType(c) == Character.FORMAT || c == '<' || c == '>';
    }

    /** A telephone number as it is dialled inside the country; null where none is given and none is asked. */
    @Nullable
    String phone(String field, @Nullable String typed, boolean asked) {
        if (typed == null || typed.isBlank()) {
            wrong(field, asked ? Text.of("请填写联系电话，有事好找到您", "Enter a phone number that you can be reached by") : null);
            return null;
        }
        String phone = Phone.dialled(typed);
        if (phone == null) {
            wrong(field, Text.of("手机号码是 11 位；固定电话要带区号", "A mobile number has 11 digits; a land line its area code"));
        }
        return phone;
    }

    @Nullable
    String login(String field, @Nullable String typed, boolean asked) {
        String login = typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
        if (login.isEmpty()) {
            wrong(field, asked ? Text.of("请填写登录名", "Enter a login name") : null);
            return null;
        }
        if (!login.matches("[a-z][a-z0-9._-]{2,31}") || PersonalNumbers.wrongUscc(login) == null) {
            wrong(
                    field,
                    Text.of("登录名用 3 到 32 个小写字母、数字或 . _ -，以字母开头", "3 to 32 letters, digits or . _ -, a letter first"));
        }
        return login;
    }
}

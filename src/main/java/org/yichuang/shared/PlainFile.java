package org.yichuang.shared;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An uploaded file that should be text in UTF-8. */
public final class PlainFile {
    public static final int MAX_BYTES = 20 * 1024 * 1024;

    /** In the first cell of a heading: no column is called so. */
    private static final Pattern SEPARATED_OTHERWISE = Pattern.compile("[;\\t，；]|^sep=");

    private PlainFile() {}

    /**
     * The text of a table whose heading comes first.
     *
     * @throws Problem 422 on {@code file}, also where its columns are not separated by commas
     */
    public static String csv(byte[] file) {
        String text = text(file, "CSV UTF-8");
        String heading =
                text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        if (SEPARATED_OTHERWISE.matcher(heading.split(",", 2)[0]).find()) {
            throw wrong(
                    "文件里的列不是用逗号隔开的：请另存为“CSV UTF-8（逗号分隔）”；开头也不要写 sep=",
                    "The columns of the file are not separated by commas: save it as CSV UTF-8 (comma delimited), without"
                            + " sep= before them");
        }
        return text;
    }

    /**
     * Its text; another encoding is named when it can be, never guessed into use.
     *
     * @throws Problem 422 on {@code file}, 413 where it is too large
     */
    public static String text(byte[] file) {
        return text(file, "UTF-8");
    }

    /** @param kind what the file is to be saved as, by the name that programs have for it */
    private static String text(byte[] file, String kind) {
        if (file.length > MAX_BYTES) {
            throw Problem.fileTooLarge();
        }
        if (oldOffice(file)) {
            throw wrong("这是旧版的 .xls 文件，请另存为 XLSX 或 CSV", "This is an old .xls file: save it as XLSX or CSV");
        }
        if (file.length > 1
                && ((file[0] == (byte) 0xFF && file[1] == (byte) 0xFE)
                        || (file[0] == (byte) 0xFE && file[1] == (byte) 0xFF))) {
            throw wrong("文件是 UTF-16 编码，请另存为 " + kind, "The file is in UTF-16: save it as " + kind);
        }
        for (byte one : file) {
            if (one == 0) {
                throw wrong("文件里有不是文本的内容", "The file holds something that is not text");
            }
        }
        String text = decoded(file, StandardCharsets.UTF_8);
        if (text == null) {
            throw decoded(file, Charset.forName("GB18030")) != null
                    ? wrong(
                            "文件不是 UTF-8 编码，看起来是 GBK：请另存为 " + kind,
                            "The file is not in UTF-8, it looks like GBK: save it as " + kind)
                    : wrong("文件不是 UTF-8 编码的文本", "The file is not text in UTF-8");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The container of .doc and .xls, before XLSX. */
    private static boolean oldOffice(byte[] file) {
        return file.length > 3
                && file[0] == (byte) 0xD0
                && file[1] == (byte) 0xCF
                && file[2] == 0x11
                && file[3] == (byte) 0xE0;
    }

    private static @Nullable String decoded(byte[] file, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static Problem wrong(String zh, String en) {
        return Problem.invalid("file", zh, en);
    }
}

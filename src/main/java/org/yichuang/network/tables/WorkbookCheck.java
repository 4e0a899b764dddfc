package org.yichuang.network.tables;

import static org.yichuang.network.tables.SheetReader.wrong;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Looks at an XLSX file before its cells are read: how much it unpacks to, and from when its days count. */
final class WorkbookCheck {
    /** Of what stands between two tags: a cell of the longest text, each character in four bytes. */
    private static final int MAX_RUN = 4 * SheetReader.MAX_CELL;

    private static final long MAX_UNPACKED = 120L * 1024 * 1024;
    private static final int MAX_ENTRIES = 1_000;

    /** As spreadsheets write that days count from 1904, which the reader of cells knows as "true" alone. */
    private static final Pattern SINCE_1904 = Pattern.compile("\\bdate1904\\s*=\\s*[\"']1[\"']");

    private static final Pattern MERGED = Pattern.compile("<(?:\\w{1,20}:)?mergeCell\\s+ref=\"([A-Z0-9:]{1,30})\"");

    /** A tag of merged cells, which may lie across two parts that are read. */
    private static final int LONGEST_MERGED = 64;

    private static final int MAX_WORKBOOK = 1024 * 1024;

    private WorkbookCheck() {}

    /** @throws org.yichuang.shared.Problem 422 that says what is wrong */
    static void check(byte[] file) throws IOException {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            weigh(zip);
            refuseSince1904(zip);
            refuseMerged(zip);
        }
    }

    /**
     * Unpacks without keeping anything, so that a small file that unpacks to a huge one is refused before it is read, and
     * one with a number of a million digits, which the reader takes apart.
     */
    private static void weigh(ZipFile zip) throws IOException {
        long unpacked = 0;
        int entries = 0;
        boolean tooLong = false;
        byte[] buffer = new byte[8192];
        for (var entry : Collections.list(zip.getEntries())) {
            entries++;
            int run = 0;
            try (var content = zip.getInputStream(entry)) {
                for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MAX_UNPACKED || entries > MAX_ENTRIES) {
                        throw wrong("XLSX 文件解压后太大", "The XLSX file is too large when unpacked");
                    }
                    run = run(buffer, read, run);
                    tooLong |= run > MAX_RUN && holdsCells(entry.getName());
                }
            }
        }
        if (tooLong) {
            throw wrong("XLSX 文件里有太长的单元格", "The XLSX file has a cell in it that is too long");
        }
    }

    private static boolean holdsCells(String name) {
        return name.startsWith("xl/worksheets/sheet") || name.equals("xl/sharedStrings.xml");
    }

    /** Goes on counting the bytes since the last tag began; stays above the most where that was passed. */
    private static int run(byte[] bytes, int length, int before) {
        int run = before;
        for (int at = 0; at < length && run <= MAX_RUN; at++) {
            run = bytes[at] == '<' ? 0 : run + 1;
        }
        return run;
    }

    /** Of merged cells the first alone has what is seen in all of them: the others would be read as empty. */
    private static void refuseMerged(ZipFile zip) throws IOException {
        for (var entry : Collections.list(zip.getEntries())) {
            if (!entry.getName().startsWith("xl/worksheets/sheet")) {
                continue;
            }
            try (var content = new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8)) {
                char[] part = new char[8192];
                String before = "";
                for (int read = content.read(part); read >= 0; read = content.read(part)) {
                    String text = before + new String(part, 0, read);
                    Matcher merged = MERGED.matcher(text);
                    if (merged.find()) {
                        throw wrong(
                                "有合并的单元格（" + merged.group(1) + "），其余各格会读成空的：请取消合并，每格都填上",
                                "There are merged cells (" + merged.group(1)
                                        + "), of which all but the first would be read as empty: unmerge them and fill"
                                        + " in each");
                    }
                    before = text.substring(Math.max(0, text.length() - LONGEST_MERGED));
                }
            }
        }
    }

    /** Each of its days would be read as four years earlier. */
    private static void refuseSince1904(ZipFile zip) throws IOException {
        var workbook = zip.getEntry("xl/workbook.xml");
        if (workbook == null) {
            return;
        }
        try (var content = zip.getInputStream(workbook)) {
            String text = new String(content.readNBytes(MAX_WORKBOOK), StandardCharsets.UTF_8);
            if (SINCE_1904.matcher(text).find()) {
                throw wrong(
                        "这个工作簿的日期从 1904 年算起，读不准：请另存为“CSV UTF-8”再导入",
                        "The days of this workbook count from 1904 and cannot be read for certain: save it as CSV"
                                + " UTF-8");
            }
        }
    }
}

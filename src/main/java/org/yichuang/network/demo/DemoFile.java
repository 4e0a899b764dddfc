package org.yichuang.network.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A data file of the demo city: its rows by column name, empty cells as empty strings. */
final class DemoFile {
    private DemoFile() {}

    static List<CSVRecord> read(String name) {
        try (InputStream in = DemoFile.class.getResourceAsStream("/demo/network/" + name + ".csv");
                var text = new InputStreamReader(Objects.requireNonNull(in, name), StandardCharsets.UTF_8)) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(text)
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.yichuang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.yichuang.journal.JournalVerifier;
import org.yichuang.journal.KeptFiles;
import org.yichuang.journal.SubjectFilings;
import org.yichuang.journal.SubjectHeads;
import org.yichuang.journal.SubjectLetters;
import org.yichuang.journal.SubjectStates;

/**
 * The command {@code verify-journal}: walks the whole record and names what was changed or is missing. Exit code 0 when
 * all fits, 1 when something does not, 2 when it could not be looked at. The server may be running meanwhile.
 */
final class VerifyJournal {
    static final String NAME = "verify-journal";

    private static final String USAGE = """
            用法 usage: verify-journal [--database JDBC-URL] [--data DIR]
              --database  这个地址上的 PostgreSQL · the PostgreSQL at this URL
              --data      服务器自带的 PostgreSQL 所在目录 · the directory of the server's own PostgreSQL (data)""";

    /** A table or a column that is not there. */
    private static final Set<String> EARLIER = Set.of("42P01", "42703");

    private VerifyJournal() {}

    /** What the command needs of the product: a database, the verifier, and where what it compares is kept. */
    @Import({EmbeddedDatabase.class, ClockConfiguration.class})
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        JooqAutoConfiguration.class
    })
    @ComponentScan(
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.ASSIGNABLE_TYPE,
                            classes = {
                                JournalVerifier.class,
                                SubjectHeads.class,
                                SubjectLetters.class,
                                SubjectFilings.class,
                                SubjectStates.class,
                                KeptFiles.class
                            }))
    static class Parts {}

    static int run(List<String> arguments) {
        try {
            return verify(settings(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + USAGE);
        } catch (RuntimeException | IOException e) {
            System.err.println("查不了 · could not look: " + why(root(e)));
        }
        return 2;
    }

    private static @Nullable String why(Throwable e) {
        boolean earlier = e instanceof SQLException sql && EARLIER.contains(sql.getSQLState());
        return earlier
                ? "这个库是空的，或是更早的版本：先恢复备份，或先在它上面启动一次服务器 · this database is empty, or of an"
                        + " earlier version: restore the backup, or start the server on it once"
                : e.getMessage();
    }

    private static Throwable root(Throwable e) {
        return e.getCause() == null ? e : root(e.getCause());
    }

    private static List<String> settings(List<String> arguments) throws IOException {
        var settings = new ArrayList<String>();
        Path data = Path.of("data");
        for (int i = 0; i < arguments.size(); i += 2) {
            String option = arguments.get(i);
            if (i + 1 == arguments.size() || !List.of("--database", "--data").contains(option)) {
                throw new IllegalArgumentException("不认识 · not understood: " + option);
            }
            if (option.equals("--data")) {
                data = Path.of(arguments.get(i + 1));
            } else {
                external(settings, arguments.get(i + 1));
            }
        }
        boolean named = !settings.isEmpty() || "external".equals(System.getenv("YICHUANG_DATABASE"));
        if (!named) {
            own(settings, data.toAbsolutePath());
        }
        return settings;
    }

    private static void external(List<String> settings, String url) {
        settings.add("--yichuang.database=external");
        settings.add("--spring.datasource.url=" + url);
    }

    /** The server's own PostgreSQL: the running one, or started for as long as it is looked at. */
    private static void own(List<String> settings, Path data) throws IOException {
        if (!Files.isDirectory(DataDirectory.postgres(data))) {
            throw new IllegalArgumentException("这里没有数据库 · there is no database in " + data);
        }
        var running = DataDirectory.postmaster(data);
        if (running.isPresent()) {
            external(settings, "jdbc:postgresql://localhost:" + running.get().port() + "/postgres?user=postgres");
            new DatabaseKey(data).password().ifPresent(key -> settings.add("--spring.datasource.password=" + key));
        } else {
            settings.add("--yichuang.data=" + data);
        }
    }

    private static int verify(List<String> settings) {
        var application = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties("spring.datasource.hikari.minimum-idle=1");
        try (var context = application.run(settings.toArray(String[]::new))) {
            Clock clock = context.getBean(Clock.class);
            long start = clock.millis();
            var report = context.getBean(JournalVerifier.class).verify(VerifyJournal::print);
            print(report, Duration.ofMillis(clock.millis() - start));
            return report.findings() == 0 ? 0 : 1;
        }
    }

    private static void print(JournalVerifier.Finding finding) {
        String place = finding.from() == finding.to() ? "" + finding.from() : finding.from() + "–" + finding.to();
        System.out.println(finding.subject() + (finding.from() == 0 ? "" : " #" + place)
                + (finding.id() == null ? "" : " " + finding.id() + " " + finding.kind())
                + "  " + finding.what().zh() + " · " + finding.what().en());
    }

    private static void print(JournalVerifier.Report report, Duration time) {
        String took = String.format(
                Locale.ROOT,
                "%,d 条记录，%,d 条链，%.1f 秒 · %1$,d entries in %2$,d chains, %3$.1f s",
                report.entries(),
                report.subjects(),
                time.toMillis() / 1000.0);
        System.out.println(
                report.findings() == 0
                        ? "记录完好 · the record is whole: " + took
                        : report.findings() + " 处不符 · places that do not fit: " + took);
    }
}

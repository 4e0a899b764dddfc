import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/**
 * Measures the product over HTTP on a given PostgreSQL, in one run with pgbench: see ./bench --help. Everything it drives
 * is on this machine, and it stops by itself.
 */
public class Bench {
    static final String[] ACTS = {"file", "accept", "documents", "survey", "safety", "decide", "issue", "deliver"};
    static final String PASSWORD = "yichuang-demo";

    /** What the shell gives: the server's port and process, the database, and how long to drive. */
    record Settings(int port, long server, String url, int seconds, int warm, int[] clients, String pgbench) {}

    /** One connection to the server that stays open: as little client as possible, since it shares the processors. */
    static final class Client implements AutoCloseable {
        private final int port;
        private Socket socket;
        private InputStream in;
        private OutputStream out;
        private final byte[] buffer = new byte[65536];
        private int at;
        private int end;

        Client(int port) {
            this.port = port;
            connect();
        }

        private void connect() {
            try {
                socket = new Socket("127.0.0.1", port);
                socket.setTcpNoDelay(true);
                in = socket.getInputStream();
                out = socket.getOutputStream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String post(String path, String token, String body) {
            return call("POST", path, token, "application/json", body.getBytes(StandardCharsets.UTF_8));
        }

        String get(String path, String token) {
            return call("GET", path, token, "application/json", new byte[0]);
        }

        String call(String method, String path, String token, String type, byte[] body) {
            try {
                String head = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: " + type
                        + (token.isEmpty() ? "" : "\r\nAuthorization: Bearer " + token)
                        + "\r\nContent-Length: " + body.length + "\r\n\r\n";
                byte[] start = head.getBytes(StandardCharsets.US_ASCII);
                byte[] all = Arrays.copyOf(start, start.length + body.length);
                System.arraycopy(body, 0, all, start.length, body.length);
                out.write(all);
                out.flush();
                return answer(method + " " + path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private String answer(String what) throws IOException {
            int status = Integer.parseInt(line().substring(9, 12));
            int length = 0;
            boolean chunked = false;
            for (String line = line(); !line.isEmpty(); line = line()) {
                if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                    length = Integer.parseInt(line.substring(15).trim());
                }
                chunked |= line.regionMatches(true, 0, "transfer-encoding: chunked", 0, 26);
            }
            byte[] body = chunked ? chunks() : read(length);
            if (status >= 400) {
                throw new IllegalStateException(
                        what + " answered " + status + ": " + new String(body, StandardCharsets.UTF_8));
            }
            return new String(body, StandardCharsets.UTF_8);
        }

        private byte[] chunks() throws IOException {
            var all = new ByteArrayOutputStream();
            for (int size = size(); size > 0; size = size()) {
                all.write(read(size));
                line();
            }
            line();
            return all.toByteArray();
        }

        private int size() throws IOException {
            return Integer.parseInt(line().trim(), 16);
        }

        private byte[] read(int length) throws IOException {
            byte[] body = new byte[length];
            for (int done = 0; done < length; ) {
                if (at == end) {
                    fill();
                }
                int some = Math.min(length - done, end - at);
                System.arraycopy(buffer, at, body, done, some);
                at += some;
                done += some;
            }
            return body;
        }

        private String line() throws IOException {
            int start = at;
            while (true) {
                while (at < end && buffer[at] != '\n') {
                    at++;
                }
                if (at < end) {
                    String line = new String(buffer, start, at - start, StandardCharsets.ISO_8859_1);
                    at++;
                    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
                }
                System.arraycopy(buffer, start, buffer, 0, end - start);
                end -= start;
                at = end;
                start = 0;
                more();
            }
        }

        private void fill() throws IOException {
            at = 0;
            end = 0;
            more();
        }

        private void more() throws IOException {
            int some = in.read(buffer, end, buffer.length - end);
            if (some <= 0) {
                throw new IOException("the server closed the connection");
            }
            end += some;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** The value of the first member of this name, by its text: a JSON reader would cost more than the client itself. */
    static String field(String json, String name) {
        int at = json.indexOf("\"" + name + "\":");
        if (at < 0) {
            throw new IllegalStateException("no " + name + " in " + json);
        }
        int from = at + name.length() + 3;
        int to = from;
        while (",}]".indexOf(json.charAt(to)) < 0) {
            to++;
        }
        return json.substring(from, to).strip().replace("\"", "");
    }

    /** The signed-in people of one case: an applicant and the officers of the competent unit. */
    record People(
            String applicant,
            String intake,
            String reviewer,
            String surveyor,
            String companion,
            String decider,
            String issuer) {}

    static String signIn(Client client, String name) {
        return field(
                client.post("/api/v1/sessions", "", "{\"name\":\"" + name + "\",\"password\":\"" + PASSWORD + "\"}"),
                "token");
    }

    /** What one client measured: nanoseconds by act, in the order of {@link #ACTS}. */
    static final class Times {
        private final List<List<Long>> acts = new ArrayList<>();
        private int cases;

        Times() {
            for (int i = 0; i < ACTS.length; i++) {
                acts.add(new ArrayList<>());
            }
        }

        void add(int act, long nanos) {
            acts.get(act).add(nanos);
        }

        static long[] sorted(List<Times> all, int act) {
            return all.stream()
                    .flatMap(times -> times.acts.get(act).stream())
                    .mapToLong(Long::longValue)
                    .sorted()
                    .toArray();
        }
    }

    /** Drives whole cases until the time is over. */
    static Times drive(int port, People people, String application, long until) throws IOException {
        var times = new Times();
        try (var client = new Client(port)) {
            while (System.nanoTime() < until) {
                one(client, people, application, times);
                times.cases++;
            }
        }
        return times;
    }

    private static void one(Client client, People people, String application, Times times) {
        String filed = timed(times, 0, () -> client.post("/api/v1/cases", people.applicant(), application));
        String path = "/api/v1/cases/" + field(filed, "caseId");
        String view = timed(times, 1, () -> client.post(path + "/accept", people.intake(), "{\"version\":1}"));
        String companion = ",\"companion\":\"" + people.companion() + "\"";
        view = step(client, path, "documents", people.reviewer(), view, "", times, 2);
        view = step(client, path, "survey", people.surveyor(), view, companion, times, 3);
        view = step(client, path, "safety", people.reviewer(), view, "", times, 4);
        String reviewed = view;
        String granted = timed(
                times,
                5,
                () -> client.post(path + "/grant", people.decider(), version(reviewed, "\"reasons\":\"符合条件\"")));
        String issued = step(client, path, "issue", people.issuer(), granted, "", times, 6);
        timed(times, 7, () -> client.post(path + "/deliver", people.issuer(), version(issued, "\"note\":\"电子送达\"")));
    }

    private static String step(
            Client client, String path, String step, String token, String before, String more, Times times, int act) {
        String body = version(before, "\"verdict\":\"PASS\",\"opinion\":\"符合要求\"" + more);
        return timed(times, act, () -> client.post(path + "/steps/" + step, token, body));
    }

    private static String version(String view, String... more) {
        var parts = new ArrayList<>(List.of("\"version\":" + field(view, "version")));
        parts.addAll(List.of(more));
        return "{" + String.join(",", parts) + "}";
    }

    private static String timed(Times times, int act, java.util.function.Supplier<String> call) {
        long start = System.nanoTime();
        String answer = call.get();
        times.add(act, System.nanoTime() - start);
        return answer;
    }

    /** The processor time a process and its ended children have used, in milliseconds. */
    static double cpu(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] parts = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = 0;
        for (int i = 11; i <= 14; i++) {
            ticks += Long.parseLong(parts[i]);
        }
        return ticks * 10.0;
    }

    /** What of it the server's compilers have used: it goes to nothing when the server has run for some minutes. */
    static double compiling(long pid) throws IOException {
        double sum = 0;
        try (var tasks = Files.list(Path.of("/proc/" + pid + "/task"))) {
            for (Path task : tasks.toList()) {
                String stat = threadStat(task);
                if (stat.contains("CompilerThre")) {
                    String[] parts = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                    sum += (Long.parseLong(parts[11]) + Long.parseLong(parts[12])) * 10.0;
                }
            }
        }
        return sum;
    }

    /** Empty when the thread has just ended. */
    private static String threadStat(Path task) throws IOException {
        try {
            return Files.readString(task.resolve("stat"));
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    /** The processor time of the whole database server: the postmaster, what it started, and what has ended. */
    static double databaseCpu(long postmaster) throws IOException {
        double sum = cpu(postmaster);
        for (ProcessHandle child :
                ProcessHandle.of(postmaster).orElseThrow().children().toList()) {
            sum += cpu(child.pid());
        }
        return sum;
    }

    record Counters(double server, double compilers, double database, long wal, long calls) {
        static Counters read(Settings settings, Connection database, long postmaster) throws IOException, SQLException {
            return new Counters(
                    cpu(settings.server()),
                    compiling(settings.server()),
                    databaseCpu(postmaster),
                    number(database, "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint"),
                    statements(database));
        }
    }

    static long number(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Statements so far, by pg_stat_statements; -1 where the database does not load it. */
    static long statements(Connection database) {
        try {
            return number(
                    database,
                    "select sum(calls)::bigint from pg_stat_statements where query !~* "
                            + "'^(begin|commit|rollback|set|show)'");
        } catch (SQLException e) {
            return -1;
        }
    }

    static double run(Settings settings, People people, String application, int clients, int seconds) throws Exception {
        List<Times> all = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(clients)) {
            long until = System.nanoTime() + seconds * 1_000_000_000L;
            List<Future<Times>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                running.add(pool.submit(() -> drive(settings.port(), people, application, until)));
            }
            for (var each : running) {
                all.add(each.get());
            }
        }
        return print(all, clients, seconds);
    }

    private static double print(List<Times> all, int clients, int seconds) {
        int cases = all.stream().mapToInt(times -> times.cases).sum();
        System.out.printf(
                "%n%d clients: %.1f cases/s, %.0f acts/s%n",
                clients, cases / (double) seconds, cases * ACTS.length / (double) seconds);
        for (int act = 0; act < ACTS.length; act++) {
            long[] sorted = Times.sorted(all, act);
            System.out.printf("  %-9s p50 %6.2f ms   p99 %6.2f ms%n", ACTS[act], at(sorted, 0.50), at(sorted, 0.99));
        }
        return cases;
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }

    static String application(Client client, String applicant) throws IOException {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            byte[] pdf = ("%PDF-1.4\n% material " + i
                            + "\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
                    .getBytes(StandardCharsets.US_ASCII);
            files.add(field(upload(client, applicant, "material-" + i + ".pdf", pdf), "id"));
        }
        String body = Files.readString(Path.of("src/build/bench-application.json"));
        for (int i = 0; i < files.size(); i++) {
            body = body.replace("FILE" + i, files.get(i));
        }
        return body;
    }

    private static String upload(Client client, String token, String name, byte[] content) throws IOException {
        var body = new ByteArrayOutputStream();
        body.write(("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/pdf\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.write(content);
        body.write("\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII));
        return client.call("POST", "/api/v1/files", token, "multipart/form-data; boundary=b", body.toByteArray());
    }

    /** pgbench's one update and one insert a transaction, on tables of its own in the same database. */
    static double pgbench(Settings settings, Connection database, int clients) throws Exception {
        try (var statement = database.createStatement()) {
            statement.execute("drop schema if exists bench cascade; create schema bench;"
                    + " create table bench.state (id int primary key, n int not null);"
                    + " create table bench.entry (id bigint generated always as identity primary key, state int, at timestamptz);"
                    + " insert into bench.state select i, 0 from generate_series(1, 100000) i");
        }
        Path script = Files.createTempFile("bench", ".sql");
        Files.writeString(script, """
                \\set id random(1, 100000)
                begin;
                update bench.state set n = n + 1 where id = :id;
                insert into bench.entry (state, at) values (:id, now());
                commit;
                """);
        var uri = URI.create(settings.url().substring("jdbc:".length()));
        var command = List.of(
                settings.pgbench(),
                "-n",
                "-M",
                "prepared",
                "-c",
                "" + clients,
                "-j",
                "2",
                "-T",
                "" + settings.seconds(),
                "-f",
                script.toString(),
                "-h",
                uri.getHost(),
                "-p",
                "" + uri.getPort(),
                "-U",
                parameter(uri, "user"),
                uri.getPath().substring(1));
        var process = new ProcessBuilder(command);
        process.environment().put("PGPASSWORD", parameter(uri, "password"));
        var started = process.redirectErrorStream(true).start();
        String out = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Files.delete(script);
        var tps = Pattern.compile("tps = ([0-9.]+)").matcher(out);
        if (!tps.find()) {
            throw new IllegalStateException("pgbench: " + out);
        }
        return Double.parseDouble(tps.group(1));
    }

    private static String parameter(URI uri, String name) {
        for (String part : (uri.getQuery() == null ? "" : uri.getQuery()).split("&")) {
            if (part.startsWith(name + "=")) {
                return part.substring(name.length() + 1);
            }
        }
        return "user".equals(name) ? "postgres" : "";
    }

    /** Pages a second of a service guide, as anybody reads it. */
    static double pages(Settings settings, String path, int clients, int seconds) throws Exception {
        try (var pool = Executors.newFixedThreadPool(clients)) {
            long until = System.nanoTime() + seconds * 1_000_000_000L;
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                running.add(pool.submit(() -> {
                    try (var client = new Client(settings.port())) {
                        int read = 0;
                        for (; System.nanoTime() < until; read++) {
                            client.get(path, "");
                        }
                        return read;
                    }
                }));
            }
            int sum = 0;
            for (var each : running) {
                sum += each.get();
            }
            return sum / (double) seconds;
        }
    }

    /** So many cases more over all units of the city: one in forty open, a tenth of those overdue, a tenth unanswered. */
    private static final String FILL = """
            insert into casework.case_file select r.*
            from generate_series(1, ?) n, (select array_agg(code) as codes from network.unit) u, casework.case_file c,
                jsonb_populate_record(c, jsonb_build_object(
                'id', gen_random_uuid(), 'number', 'X' || n, 'query_code', 'X' || n, 'answers', '{}',
                'materials', '[]', 'steps', '[]', 'unit', u.codes[1 + n % cardinality(u.codes)],
                'submitted_at', c.submitted_at - n * interval '1 minute',
                'due', case when n % 40 = 0 then c.submitted_at + (n % 5000 - 500) * interval '1 hour' end,
                'accepted_at', case when n % 400 > 0 then c.submitted_at end,
                'state', case when n % 400 = 0 then 'SUBMITTED' when n % 40 = 0 then 'REVIEWING' else 'CLOSED' end,
                'closed_at', case when n % 40 > 0 then c.submitted_at end)) r
            where c.id = (select id from casework.case_file order by id limit 1)
            """;

    private static final String UNANSWERED = """
            select id from casework.case_file
            where due < ? and (intake::jsonb ->> 'due')::timestamptz < ? and closed_at is null and accepted_at is null
            and state = ? order by due, id limit 500""";

    private static final String OVERDUE = """
            select id, number, due from casework.case_file
            where unit = ? and due < ? and closed_at is null order by due, id limit 50""";

    /** How long the job and a unit's officer wait for what is due, among many cases. */
    static void due(Settings settings, Connection database, People people, int cases) throws Exception {
        long start = System.nanoTime();
        if (number(database, "select count(*) from casework.case_file") < cases) {
            try (var fill = database.prepareStatement(FILL)) {
                fill.setInt(1, cases);
                fill.executeUpdate();
            }
        }
        try (var statement = database.createStatement()) {
            statement.execute("vacuum analyze casework.case_file");
        }
        System.out.printf(
                "%n%d cases, filled in %d s%n",
                number(database, "select count(*) from casework.case_file"),
                (System.nanoTime() - start) / 1_000_000_000L);
        String unit = text(database, "select unit from casework.case_file where number = 'X40'");
        var now = java.time.OffsetDateTime.now();
        timed("whom silence accepts, none", database, UNANSWERED, now.minusYears(1), now.minusYears(1), "SUBMITTED");
        timed("whom silence accepts, 500", database, UNANSWERED, now.plusYears(1), now.plusYears(1), "SUBMITTED");
        timed("a unit's overdue cases", database, OVERDUE, unit, now);
        long[] times = new long[200];
        // a connection of its own: the first one was closed while the cases were filled in
        try (var client = new Client(settings.port())) {
            for (int i = 0; i < times.length; i++) {
                long from = System.nanoTime();
                client.get("/api/v1/worklist?due=OVERDUE&size=50", people.intake());
                times[i] = System.nanoTime() - from;
            }
        }
        report("the work list over HTTP", times, -1);
    }

    private static void timed(String what, Connection database, String sql, Object... values) throws SQLException {
        long[] times = new long[200];
        int rows = 0;
        try (var statement = database.prepareStatement(sql)) {
            for (int i = 0; i < times.length; i++) {
                for (int v = 0; v < values.length; v++) {
                    statement.setObject(v + 1, values[v]);
                }
                long from = System.nanoTime();
                rows = 0;
                try (var found = statement.executeQuery()) {
                    while (found.next()) {
                        rows++;
                    }
                }
                times[i] = System.nanoTime() - from;
            }
        }
        report(what, times, rows);
    }

    private static void report(String what, long[] times, int rows) {
        Arrays.sort(times);
        System.out.printf(
                "  %-28s p50 %6.2f ms   p99 %6.2f ms%s%n",
                what, at(times, 0.50), at(times, 0.99), rows < 0 ? "" : "   " + rows + " rows");
    }

    static String text(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static Map<String, String> options(String[] args) {
        var options = new LinkedHashMap<String, String>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i].substring(2), args[i + 1]);
        }
        return options;
    }

    public static void main(String[] args) throws Exception {
        var options = options(args);
        var settings = new Settings(
                Integer.parseInt(options.get("port")),
                Long.parseLong(options.get("server")),
                options.get("database"),
                Integer.parseInt(options.getOrDefault("seconds", "20")),
                Integer.parseInt(options.getOrDefault("warm", "60")),
                Arrays.stream(options.getOrDefault("clients", "1,8,16").split(","))
                        .mapToInt(Integer::parseInt)
                        .toArray(),
                options.getOrDefault("pgbench", "pgbench"));
        try (var client = new Client(settings.port());
                var database = DriverManager.getConnection(settings.url())) {
            measure(settings, client, database, Integer.parseInt(options.getOrDefault("due", "0")));
        }
    }

    private static void measure(Settings settings, Client client, Connection database, int due) throws Exception {
        long postmaster = number(database, "select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::bigint");
        System.out.println("fsync " + show(database, "fsync") + ", synchronous_commit "
                + show(database, "synchronous_commit") + ", " + show(database, "server_version"));
        String applicant = signIn(client, "qingheli");
        String reviewer = signIn(client, "chenli");
        var people = new People(
                applicant,
                signIn(client, "zhengxiaowen"),
                reviewer,
                signIn(client, "shenjia"),
                field(client.get("/api/v1/me", reviewer), "id"),
                signIn(client, "zhoumin"),
                signIn(client, "zhengxiaowen"));
        String application = application(client, applicant);
        client.get("/items/food_permit", "");
        System.out.println("warming up");
        run(settings, people, application, 16, settings.warm());
        double acts = 0;
        for (int clients : settings.clients()) {
            var before = Counters.read(settings, database, postmaster);
            double cases = run(settings, people, application, clients, settings.seconds());
            var after = Counters.read(settings, database, postmaster);
            System.out.printf(
                    "  a case: %.2f ms CPU of the server (%.2f of them its compilers), %.2f of the database;"
                            + " %.1f statements; %.0f bytes of WAL%n",
                    (after.server() - before.server()) / cases,
                    (after.compilers() - before.compilers()) / cases,
                    (after.database() - before.database()) / cases,
                    before.calls() < 0 ? Double.NaN : (after.calls() - before.calls()) / cases,
                    (after.wal() - before.wal()) / cases);
            acts = cases * ACTS.length / settings.seconds();
        }
        int most = settings.clients()[settings.clients().length - 1];
        double tps = pgbench(settings, database, most);
        System.out.printf("%npgbench, one update and one insert: %.0f transactions/s at %d clients%n", tps, most);
        System.out.printf("acts over HTTP / pgbench: %.0f %%%n", 100 * acts / tps);
        pages(settings, "/items/food_permit", most, settings.warm() / 2);
        System.out.printf(
                "guide pages: %.0f/s at %d clients%n",
                pages(settings, "/items/food_permit", most, settings.seconds()), most);
        if (due > 0) {
            due(settings, database, people, due);
        }
    }

    private static String show(Connection database, String setting) throws SQLException {
        return text(database, "show " + setting);
    }
}

package org.yichuang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The script ./run, in a directory that holds it and the mark of a finished build: nothing is built, and where it would
 * start the server stands a java that tells what it was called with. So that no JDK of this machine is new enough, it is
 * told to ask for one of version 99.
 */
class RunTests {
    private static final String STARTED = "started by ";

    @TempDir
    private Path directory;

    private Path city;
    private Path fitting;

    @BeforeEach
    void a_city_s_directory() throws IOException {
        city = Files.createDirectories(directory.resolve("city"));
        Files.createDirectories(city.resolve("src/main"));
        Files.createDirectories(city.resolve("src/build"));
        Files.createDirectories(city.resolve(".mvn"));
        Files.createDirectories(city.resolve("target/app"));
        for (String file : List.of("pom.xml", "package.json", "package-lock.json")) {
            Files.createFile(city.resolve(file));
        }
        Files.copy(Path.of("run"), city.resolve("run"));
        String tools = Files.readString(Path.of("src/build/tools.sh"));
        String asking = tools.replaceFirst("(?m)^JDK_AT_LEAST=\\d+$", "JDK_AT_LEAST=99");
        assertThat(asking).isNotEqualTo(tools);
        Files.writeString(city.resolve("src/build/tools.sh"), asking);
        Path built = Files.createFile(city.resolve("target/app/built"));
        Files.setLastModifiedTime(built, FileTime.from(Instant.now().plusSeconds(3600)));
        for (String builder : List.of("mvn", "npm")) {
            script(directory.resolve("bin").resolve(builder), "echo a build was begun; exit 70");
        }
        fitting = jdk("fitting", "99.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--prot", "-p", "serve", "verify", "--port=8081", "--"})
    void an_option_that_there_is_not_is_named_and_all_that_there_are_are_shown(String option) throws Exception {
        Ran ran = run(option);

        assertThat(ran.code).isEqualTo(2);
        assertThat(ran.output).contains("unknown option · 没有这个选项: " + option, "--port N", "--database JDBC-URL");
        assertThat(ran.output).doesNotContain(STARTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--address", "--database", "--data", "--recover"})
    void an_option_without_its_value_is_named(String option) throws Exception {
        for (Ran ran : List.of(run(option), run(option, ""))) {
            assertThat(ran.code).isEqualTo(2);
            assertThat(ran.output).contains(option + " needs a value").doesNotContain(STARTED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0", "00000", "65536", "99999", "8080808080", "-1", "80.5", "0x50", " 80"})
    void what_is_no_port_is_said_with_what_a_port_is(String port) throws Exception {
        Ran ran = run("--port", port);

        assertThat(ran.code).isEqualTo(2);
        assertThat(ran.output)
                .contains("the port (--port, SERVER_PORT) is a number from 1 to 65535, not · 端口是 1 到 65535 的数: " + port)
                .doesNotContain(STARTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yichuang.example", "ftp://yichuang.example", "https://yichuang.example/city", "https://a b"})
    void what_is_no_public_address_is_said(String address) throws Exception {
        Ran ran = run("--address", address);

        assertThat(ran.code).isEqualTo(2);
        assertThat(ran.output).contains("--address is the public address").doesNotContain(STARTED);
    }

    @Test
    void the_public_address_is_handed_on_without_a_slash_at_its_end() throws Exception {
        assertThat(run("--port", "9", "--address", "https://yichuang.example:8443/").output)
                .contains(STARTED, "--yichuang.address=https://yichuang.example:8443\n");
        assertThat(run("--port", "9").output).contains(STARTED).doesNotContain("--yichuang.address");
    }

    @Test
    void what_the_environment_says_counts_where_no_option_says_otherwise() throws Exception {
        Map<String, String> environment = Map.of(
                "JAVA_HOME", fitting.toString(),
                "SERVER_PORT", "9",
                "YICHUANG_DATA", "elsewhere",
                "YICHUANG_FILL", "empty");

        assertThat(run(environment).output)
                .contains(
                        "--server.port=9\n",
                        "--yichuang.data=" + directory + "/elsewhere\n",
                        "--yichuang.fill=empty\n");
        assertThat(run(environment, "--port", "7", "--data", "/city").output)
                .contains("--server.port=7\n", "--yichuang.data=/city\n", "--yichuang.fill=empty\n");
    }

    @Test
    void a_port_with_zeros_before_it_is_no_octal_number() throws Exception {
        assertThat(run("--port", "00009").output).contains(STARTED, "--server.port=9\n");
    }

    @Test
    void a_port_that_is_taken_is_said_and_the_next_one_offered() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Ran ran = run("--port", "" + taken.getLocalPort());

            assertThat(ran.code).isEqualTo(1);
            assertThat(ran.output)
                    .contains(
                            "Port " + taken.getLocalPort() + " is in use",
                            "./run --port " + (taken.getLocalPort() + 1),
                            "端口 " + taken.getLocalPort() + " 已被占用")
                    .doesNotContain(STARTED);
        }
    }

    @Test
    void the_last_port_that_is_taken_has_no_next_one() throws Exception {
        try (var taken = new ServerSocket(65535, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(run("--port", "" + taken.getLocalPort()).output)
                    .contains("Port 65535 is in use")
                    .doesNotContain("65536", STARTED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "postgresql://db/city",
                "jdbc:mysql://db/city",
                "jdbc:postgresql",
                "JDBC:postgresql:x"
            })
    void what_is_no_address_of_a_postgresql_is_said_with_what_one_looks_like(String database) throws Exception {
        for (Ran ran : List.of(run("--database", database), run("verify-journal", "--database", database))) {
            assertThat(ran.code).isEqualTo(2);
            assertThat(ran.output)
                    .contains(
                            "--database 是 PostgreSQL 的 JDBC 地址 · --database is a JDBC URL of a PostgreSQL: ",
                            "jdbc:postgresql://HOST:5432/NAME?user=U&password=P")
                    .doesNotContain(STARTED);
        }
    }

    @Test
    void a_password_in_the_database_s_address_does_not_show_in_the_list_of_processes() throws Exception {
        String url = "jdbc:postgresql://db/city?user=city&password=spring-rain";

        for (Ran ran : List.of(run("--port", "9", "--database", url), run("verify-journal", "--database", url))) {
            assertThat(ran.output).contains(STARTED, "url " + url).doesNotContain("argument " + url);
            assertThat(ran.output.lines().filter(line -> line.contains("spring-rain")))
                    .hasSize(1);
        }
    }

    @Test
    void a_data_directory_is_where_it_is_from_where_one_stands() throws Exception {
        assertThat(run("--port", "9", "--data", "there").output)
                .contains("--yichuang.data=" + directory.toRealPath().resolve("there") + "\n");
        assertThat(run("--port", "9").output)
                .contains("--yichuang.data=" + city.toRealPath().resolve("data") + "\n");
    }

    @Test
    void whose_password_was_lost_is_told_to_the_server_and_nobody_s_where_none_was() throws Exception {
        assertThat(run("--port", "9", "--recover", "yi-security").output)
                .contains(STARTED, "argument --yichuang.recover=yi-security\n");
        assertThat(run("--port", "9").output).contains(STARTED).doesNotContain("recover");
    }

    @Test
    void the_jdk_that_is_named_is_taken_when_it_is_new_enough() throws Exception {
        jdk("home/.sdkman/candidates/java/other", "99");

        assertThat(run(Map.of("JAVA_HOME", fitting.toString()), "--port", "9").output)
                .contains(STARTED + "fitting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17.0.12", "1.8.0_432", "98-ea"})
    void where_the_jdk_that_is_named_is_too_old_another_is_looked_for(String version) throws Exception {
        Path old = jdk("old", version);
        jdk("home/.sdkman/candidates/java/other", "99-ea");

        assertThat(run(Map.of("JAVA_HOME", old.toString()), "--port", "9").output)
                .contains(STARTED + "other");
    }

    @Test
    void where_what_is_named_is_no_jdk_another_is_looked_for() throws Exception {
        jdk("home/.sdkman/candidates/java/other", "99");
        Path runtime = jdk("runtime", "99");
        Files.delete(runtime.resolve("bin/javac"));
        Path broken = jdk("broken", "99");
        script(broken.resolve("bin/java"), "exit 126");

        for (Path none : List.of(runtime, broken, directory.resolve("not-there"), Path.of("relative"))) {
            assertThat(run(Map.of("JAVA_HOME", none.toString()), "--port", "9").output)
                    .as(none.toString())
                    .contains(STARTED + "other");
        }
    }

    @Test
    void of_several_the_newest_is_taken() throws Exception {
        jdk("home/.sdkman/candidates/java/a", "100");
        jdk("home/.sdkman/candidates/java/b", "101.0.2");
        jdk("home/.sdkman/candidates/java/c", "99");

        assertThat(run(Map.of("JAVA_HOME", ""), "--port", "9").output).contains(STARTED + "b\n");
    }

    @Test
    void the_javac_on_the_path_leads_to_its_jdk_where_there_is_no_home_either() throws Exception {
        Files.createSymbolicLink(directory.resolve("bin/javac"), fitting.resolve("bin/javac"));

        Ran ran = run(Map.of("JAVA_HOME", "", "HOME", ""), "--port", "9");

        assertThat(ran.output).contains(STARTED + "fitting");
    }

    @Test
    void where_no_jdk_is_new_enough_it_says_which_is_needed_and_where_to_get_it() throws Exception {
        Path old = jdk("old", "17.0.12");

        Ran ran = run(Map.of("JAVA_HOME", old.toString()), "--port", "9");

        assertThat(ran.code).isEqualTo(1);
        assertThat(ran.output)
                .startsWith("A JDK 99 or newer is needed")
                .contains("https://adoptium.net", "JAVA_HOME", "需要 JDK 99 或更新版本")
                .doesNotContain(STARTED);
        assertThat(ran.output.lines()).hasSize(3);
    }

    @Test
    void a_collector_that_is_asked_for_is_the_only_one() throws Exception {
        String few = "argument -XX:+UseParallelGC\n";
        Ran asked = run(
                Map.of("JAVA_HOME", fitting.toString(), "YICHUANG_JAVA_OPTIONS", "-XX:+UseZGC -Xmx2g"), "--port", "9");

        assertThat(asked.output).contains(STARTED, "argument -XX:+UseZGC\n").doesNotContain(few);
        assertThat(run("--port", "9").output.contains(few))
                .isEqualTo(Runtime.getRuntime().availableProcessors() <= 4);
    }

    @Test
    void the_practice_start_of_a_build_has_a_database_of_its_own_which_it_leaves_to_nobody() throws Exception {
        Files.delete(city.resolve("target/app/built"));
        script(directory.resolve("bin/mvn"), "exit 0");
        Path temporary = Files.createDirectories(directory.resolve("tmp"));
        practising(fitting.resolve("bin/java"));

        Ran ran = run(
                Map.of(
                        "JAVA_HOME",
                        fitting.toString(),
                        "TMPDIR",
                        temporary.toString(),
                        "YICHUANG_DATABASE",
                        "external",
                        "SPRING_DATASOURCE_URL",
                        "jdbc:postgresql://db/city"),
                "--port",
                "9");

        assertThat(ran.output).contains("--yichuang.fill=demo").doesNotContain("without success");
        assertThat(Files.readString(city.resolve("target/app/train.log")))
                .contains("argument --yichuang.database=embedded\n", "the database has ended\n");
        assertThat(temporary).isEmptyDirectory();
    }

    /** A java that begins what stands for a PostgreSQL where it has only to practise, and ends at once. */
    private static void practising(Path java) throws IOException {
        script(java, """
                if [ "$1" = -version ]; then echo 'openjdk version "99"' >&2; exit; fi
                printf 'argument %s\\n' "$@"
                case $* in
                  *extract*) mkdir -p target/app ;;
                  *AOTCacheOutput*)
                    for data; do case $data in --yichuang.data=*) break ;; esac; done
                    mkdir "${data#*=}/postgres"
                    mark=${data#*=}/postgres/postmaster.pid
                    (
                      trap 'echo the database has ended; rm "$mark"; exit' TERM
                      : >"$mark.up"
                      while [ -d "${mark%/*}" ]; do sleep 0.1; done
                    ) &
                    until [ -e "$mark.up" ]; do sleep 0.1; done
                    echo $! >"$mark"
                    ;;
                esac
                """);
    }

    private record Ran(int code, String output) {}

    private Ran run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of("JAVA_HOME", fitting.toString()), arguments);
    }

    /** From another directory than the city's; what is empty in the environment is not there. */
    private Ran run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("bash", city.resolve("run").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        String path = System.getenv("PATH");
        builder.environment().clear();
        builder.environment().put("PATH", directory.resolve("bin") + ":" + path);
        builder.environment().put("HOME", directory.resolve("home").toString());
        builder.environment().putAll(environment);
        builder.environment().values().removeIf(String::isEmpty);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), output);
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = directory.resolve(name);
        script(home.resolve("bin/javac"), "exit 0");
        script(home.resolve("bin/java"), """
                if [ "$1" = -version ]; then echo 'openjdk version "%s" 2026-09-15' >&2; exit; fi
                echo "%s%s"
                printf 'argument %%s\\n' "$@"
                echo "url $SPRING_DATASOURCE_URL"
                """.formatted(version, STARTED, home.getFileName()));
        return home;
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}

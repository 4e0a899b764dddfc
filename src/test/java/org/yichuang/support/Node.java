package org.yichuang.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One node of the product, in a process of its own that can be killed. */
public final class Node implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(120);

    private final Process process;
    private final int port;
    private final Path log;

    private Node(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts a node on this database and waits until it answers. */
    public static Node on(String jdbcUrl, String... settings) {
        var all = new ArrayList<>(List.of("--yichuang.database=external", "--spring.datasource.url=" + jdbcUrl));
        all.addAll(List.of(settings));
        return start(all);
    }

    /** Starts a node with a PostgreSQL of its own in this directory. */
    public static Node with(Path directory) {
        return start(List.of("--yichuang.database=embedded", "--yichuang.data=" + directory));
    }

    /** Another process may have taken the free port meanwhile: then once more, on another. */
    private static Node start(List<String> settings) {
        Node node = started(settings);
        boolean healthy = node.healthy();
        for (int again = 0; again < 3 && !healthy && node.log().contains("already in use"); again++) {
            node.kill();
            node = started(settings);
            healthy = node.healthy();
        }
        if (!healthy) {
            node.kill();
            throw new IllegalStateException("The node does not start:\n" + node.log());
        }
        return node;
    }

    private static Node started(List<String> settings) {
        try {
            int port = freePort();
            Path log = Files.createTempFile("node", ".log");
            var command = new ArrayList<>(java(NodeMain.class.getName()));
            command.add("--server.port=" + port);
            command.add("--" + NodeMain.AHEAD + "=" + NodeMain.ahead().toMillis());
            command.addAll(settings);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new Node(process, port, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command of the jar to its end: its exit code and what it printed. */
    public static Result command(String... arguments) {
        try {
            var command = new ArrayList<>(java("org.yichuang.Yichuang"));
            command.addAll(List.of(arguments));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a command ended with. */
    public record Result(int code, String output) {}

    private static List<String> java(String main) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main);
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Waits until it answers; false where it ended, or takes too long. */
    private boolean healthy() {
        var client = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(URI.create(address() + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(2))
                .build();
        long until = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < until && process.isAlive()) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return true;
                }
            } catch (IOException e) {
                // not up yet
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(100).toNanos());
        }
        return false;
    }

    public String address() {
        return "http://localhost:" + port;
    }

    /** What it has printed so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** As {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** Waits until the node has ended by itself; its exit code. */
    public int ended() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("The node goes on");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

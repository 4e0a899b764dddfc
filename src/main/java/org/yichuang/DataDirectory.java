package org.yichuang;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory of a server's own PostgreSQL. The server that runs on it holds a lock that ends with its process. */
final class DataDirectory implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DataDirectory.class);
    private static final Duration ORDERLY = Duration.ofSeconds(20);
    private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rwx------");

    /** More than any system numbers its processes to. */
    private static final String NO_PROCESS = String.valueOf(Integer.MAX_VALUE);

    private final Path directory;
    private final FileChannel lock;

    private DataDirectory(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /** A data directory that cannot be used, with what to do about it. */
    static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unusable(String zh, String en) {
            super(zh + "\n" + en);
        }

        /** It is no directory, or the server's account may not write there. */
        static Unusable of(Path directory, IOException e) {
            return new Unusable(
                    directory + " 不能用作数据目录（" + e + "）：启动服务器的账号要能写它，或用 --data DIR 换一个目录",
                    directory + " cannot be the data directory (" + e
                            + "): the server's account has to be able to write there; or give another: --data DIR");
        }
    }

    /** The PostgreSQL that runs on a data directory. */
    record Postmaster(ProcessHandle process, int port) {}

    static DataDirectory take(Path directory) {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWN));
            }
            FileChannel lock = FileChannel.open(
                    directory.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                lock.close();
                throw new Unusable(
                        directory + " 已有服务器在用：请先停掉它，或用 --data DIR 换一个目录",
                        "Another server runs on " + directory + ". Stop it, or give this one its own: --data DIR");
            }
            return new DataDirectory(directory, lock);
        } catch (IOException e) {
            throw Unusable.of(directory, e);
        }
    }

    static Path postgres(Path directory) {
        return directory.resolve("postgres");
    }

    /** PostgreSQL says in a file of its own, line by line: its process, directory, start, port. */
    static Optional<Postmaster> postmaster(Path directory) throws IOException {
        Path file = postgres(directory).resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 4) {
            return Optional.empty();
        }
        int port = Integer.parseInt(lines.get(3).strip());
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(process -> runs(process, lines.get(1).strip()))
                .map(process -> new Postmaster(process, port));
    }

    /** After a restart of the machine the number may belong to any process, to another PostgreSQL too. */
    private static boolean runs(ProcessHandle process, String files) {
        boolean postgres = process.info()
                .command()
                .filter(command -> command.contains("postgres"))
                .isPresent();
        return postgres
                && process.info()
                        .arguments()
                        .filter(arguments -> List.of(arguments).contains(files))
                        .isPresent();
    }

    /**
     * A PostgreSQL whose server was killed, or could not enter, lives on: it is stopped, as it could be in any state of
     * configuration.
     */
    void stopOrphan() throws IOException, InterruptedException {
        Optional<Postmaster> orphan = postmaster(directory);
        if (orphan.isPresent()) {
            ProcessHandle process = orphan.get().process();
            log.info(
                    "正在停掉没有服务器在用的 PostgreSQL · Stopping a PostgreSQL that no server uses" + " (process {})",
                    process.pid());
            process.destroy();
            if (!ended(process)) {
                process.destroyForcibly();
                ended(process);
            }
        }
    }

    /**
     * After a power cut the number in the file may be that of any process of this account, and PostgreSQL would not
     * start as long as that runs. When it is none of ours, the file gets a number that no process has; the rest of it
     * stays, with the shared memory by which PostgreSQL itself sees whether one still uses these files.
     */
    void forgetStale() throws IOException {
        Path file = postgres(directory).resolve("postmaster.pid");
        if (!Files.exists(file) || postmaster(directory).isPresent()) {
            return;
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        if (!lines.isEmpty()) {
            lines.set(0, NO_PROCESS);
            Path mended = Files.write(file.resolveSibling("postmaster.pid.new"), lines);
            Files.move(mended, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static boolean ended(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(ORDERLY.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}

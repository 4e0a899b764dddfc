package org.yichuang.documents;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.springframework.web.multipart.MultipartFile;
import org.yichuang.shared.Problem;

/** A file as a request brings it. What is too large is never read into memory. */
public final class FileUpload {
    /**
     * A file is in memory twice, as it came and as the database's driver sends it; all of them fill a quarter of it. Each
     * holds a connection while it is stored: of the twenty that a node has, most are left to others.
     */
    static final int AT_ONCE =
            (int) Math.clamp(Runtime.getRuntime().maxMemory() / (4L * 2 * Documents.MAX_BYTES), 1, 8);

    static final Semaphore IN_MEMORY = new Semaphore(AT_ONCE, true);

    private FileUpload() {}

    /** Empty when it came without one. */
    public static String name(MultipartFile file) {
        return Objects.requireNonNullElse(file.getOriginalFilename(), "");
    }

    /**
     * Does something with its content; where more come at once than the memory holds, in turn.
     *
     * @throws Problem 413 on {@code file} when it is too large, 422 when it did not arrive whole
     */
    public static <T> T read(MultipartFile file, Function<byte[], T> use) {
        if (file.getSize() > Documents.MAX_BYTES) {
            throw Problem.fileTooLarge();
        }
        IN_MEMORY.acquireUninterruptibly();
        try {
            return use.apply(file.getBytes());
        } catch (IOException e) {
            throw Problem.invalid("file", "文件没有传完整，请再传一次", "The upload was cut off: please try again");
        } finally {
            IN_MEMORY.release();
        }
    }
}

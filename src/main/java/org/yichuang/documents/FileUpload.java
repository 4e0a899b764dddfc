package org.yichuang.documents;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.web.multipart.MultipartFile;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/** A file as a request brings it. What is too large is never read into memory. */
public final class FileUpload {
    private FileUpload() {}

    /** Empty when it came without one. */
    public static String name(MultipartFile file) {
        return Objects.requireNonNullElse(file.getOriginalFilename(), "");
    }

    /** @throws Problem 413 on {@code file} when it is too large, 422 when it did not arrive whole */
    public static byte[] bytes(MultipartFile file) {
        if (file.getSize() > Documents.MAX_BYTES) {
            throw tooLarge();
        }
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw Problem.invalid("file", "文件没有传完整，请再传一次", "The upload was cut off: please try again");
        }
    }

    public static Problem tooLarge() {
        Text detail = Text.of("文件太大，最多 20 MB", "The file is too large: at most 20 MB");
        return new Problem(413, "too-large", detail, List.of()).at("file");
    }
}

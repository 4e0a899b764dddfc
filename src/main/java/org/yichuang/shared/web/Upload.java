package org.yichuang.shared.web;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.yichuang.shared.PlainFile;
import org.yichuang.shared.Problem;

/** The bytes somebody sent, never more of them than a table may be long. */
public final class Upload {
    private Upload() {}

    /** @throws Problem 422 that names {@code file} when none was chosen */
    public static byte[] of(@Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            throw Problem.invalid("file", "请选一个文件，空的不行", "Choose a file that is not empty");
        }
        try (InputStream in = file.getInputStream()) {
            return of(in);
        }
    }

    /** One byte more than is allowed, when there are more: who reads them then says so. */
    public static byte[] of(InputStream body) throws IOException {
        return body.readNBytes(PlainFile.MAX_BYTES + 1);
    }
}

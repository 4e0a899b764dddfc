package org.yichuang.documents.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jooq.DSLContext;
import org.springframework.core.io.AbstractResource;

/**
 * A content, read a piece at a time as somebody takes it: who is slow holds a piece of it in memory, and no connection.
 * What lies under a SHA-256 does not change meanwhile.
 */
final class StoredContent extends AbstractResource {
    static final int PIECE = 512 * 1024;

    private static final String READ =
            "select substring(bytes from ? for ?) from documents.content where sha256 = decode(?, 'hex')";

    private final DSLContext dsl;
    private final String sha256;
    private final long size;

    StoredContent(DSLContext dsl, String sha256, long size) {
        this.dsl = dsl;
        this.sha256 = sha256;
        this.size = size;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public long contentLength() {
        return size;
    }

    @Override
    public String getDescription() {
        return "content " + sha256;
    }

    @Override
    public InputStream getInputStream() {
        return new Pieces();
    }

    private final class Pieces extends InputStream {
        private long taken;
        private InputStream piece = InputStream.nullInputStream();

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int n = piece.read(into, from, length);
            if (n < 0 && taken < size) {
                piece = next();
                n = piece.read(into, from, length);
            }
            taken += Math.max(n, 0);
            return n;
        }

        /** A part of it may be asked for: what comes before is not read. */
        @Override
        public long skip(long length) {
            long skipped = Math.clamp(length, 0, size - taken);
            taken += skipped;
            piece = InputStream.nullInputStream();
            return skipped;
        }

        private InputStream next() throws IOException {
            byte[] bytes = dsl.resultQuery(READ, (int) taken + 1, PIECE, sha256)
                    .fetchOptional(0, byte[].class)
                    .orElseGet(() -> new byte[0]);
            if (bytes.length == 0) {
                // no EOFException: that would be taken for a client who went away, and passed over
                throw new IOException("The " + getDescription() + " is not there any more");
            }
            return new ByteArrayInputStream(bytes);
        }
    }
}

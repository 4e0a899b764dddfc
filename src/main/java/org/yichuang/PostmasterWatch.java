package org.yichuang;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Without its database a server can do nothing: when its own PostgreSQL is killed, the server ends and says so. */
final class PostmasterWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PostmasterWatch.class);

    private final PostgresLog words;
    private volatile boolean closing;

    PostmasterWatch(Path directory) throws IOException {
        words = new PostgresLog(directory);
        DataDirectory.postmaster(directory)
                .ifPresent(postmaster -> postmaster.process().onExit().thenRun(this::ended));
    }

    private void ended() {
        if (closing) {
            return;
        }
        try {
            log.error(
                    "自带的 PostgreSQL 停了。答复过的都在，请重新启动服务器 · The embedded PostgreSQL has ended."
                            + " What was answered is kept: start the server again. {}\n{}",
                    words.file(),
                    words.said());
        } finally {
            Thread.ofPlatform().start(() -> System.exit(1));
        }
    }

    @Override
    public void close() {
        closing = true;
    }
}

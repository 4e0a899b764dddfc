package org.yichuang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Shows in the health page that the disk fills up where this node writes: what is uploaded goes through the directory
 * for temporary files, and the embedded database is in the data directory. Where another PostgreSQL keeps its data no
 * node can see.
 */
@Component("disk")
class Disk extends AbstractHealthIndicator {
    /** An alarm in good time, while everything still works. */
    static final Status SHORT = new Status("DISK_SHORT");

    private static final long MB = 1 << 20;
    static final long SHORT_OF = 1024 * MB;
    /** PostgreSQL takes 16 MB at once for its log, and an application has files of up to 20 MB. */
    static final long FULL_BELOW = 64 * MB;

    private final List<Path> directories;

    @Autowired
    Disk(
            @Value("${yichuang.database}") String database,
            @Value("${yichuang.data}") Path data,
            @Value("${java.io.tmpdir}") Path temporary) {
        this(database.equals("embedded") ? List.of(data, temporary) : List.of(temporary));
    }

    Disk(List<Path> directories) {
        this.directories = directories;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws IOException {
        long free = Long.MAX_VALUE;
        for (Path directory : directories) {
            free = Math.min(free, free(directory));
        }
        health.status(status(free)).withDetail("free", free);
    }

    long free(Path directory) throws IOException {
        return Files.getFileStore(directory).getUsableSpace();
    }

    private static Status status(long free) {
        return free < FULL_BELOW ? Status.OUT_OF_SERVICE : free < SHORT_OF ? SHORT : Status.UP;
    }
}

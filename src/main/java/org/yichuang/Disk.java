package org.yichuang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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

    /** Files that are on their way need less than a database. */
    static final long SHORT_OF_FOR_FILES = 256 * MB;

    private final Map<Path, Long> directories;

    @Autowired
    Disk(
            @Value("${yichuang.database}") String database,
            @Value("${yichuang.data}") Path data,
            @Value("${java.io.tmpdir}") Path temporary) {
        this(new LinkedHashMap<>(Map.of(temporary, SHORT_OF_FOR_FILES)));
        if (database.equals("embedded")) {
            directories.put(data, SHORT_OF);
        }
    }

    /** @param directories each with what is to be free at its place, in bytes */
    Disk(Map<Path, Long> directories) {
        this.directories = directories;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws IOException {
        Status worst = Status.UP;
        for (Map.Entry<Path, Long> directory : directories.entrySet()) {
            long free = free(directory.getKey());
            if (free < FULL_BELOW) {
                worst = Status.OUT_OF_SERVICE;
            } else if (free < directory.getValue() && worst.equals(Status.UP)) {
                worst = SHORT;
            }
        }
        health.status(worst);
    }

    long free(Path directory) throws IOException {
        return Files.getFileStore(directory).getUsableSpace();
    }
}

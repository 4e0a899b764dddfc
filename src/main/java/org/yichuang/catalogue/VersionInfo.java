package org.yichuang.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * What stands beside a version's content.
 *
 * @param revision another, greater one with every change; a command on a stale one is refused
 * @param errors how many errors the quality rules found when it was last saved
 */
public record VersionInfo(
        String code,
        int version,
        VersionState state,
        Text name,
        String department,
        int revision,
        int errors,
        Instant changedAt,
        @Nullable Instant publishedAt,
        @Nullable Instant retiredAt) {}

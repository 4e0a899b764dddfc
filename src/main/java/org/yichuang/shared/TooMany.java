package org.yichuang.shared;

import java.time.Duration;
import java.util.List;

/** 429: it was tried too often, and may be tried again after a while, which {@code Retry-After} says too. */
public final class TooMany extends Problem {
    private static final long serialVersionUID = 1L;

    private final long seconds;

    public TooMany(String slug, Text detail, Duration wait) {
        super(429, slug, detail, List.of());
        this.seconds = Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds());
    }

    /** Rounded up: who comes then is not too early. */
    public long seconds() {
        return seconds;
    }
}

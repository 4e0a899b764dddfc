package org.yichuang.network;

import org.jspecify.annotations.Nullable;

/** Where an officer sits, by the first post they hold that day. */
public record Seat(
        HeldPost held,
        Unit unit,
        @Nullable Centre centre,
        @Nullable Window window) {}

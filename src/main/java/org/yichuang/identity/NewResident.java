package org.yichuang.identity;

import org.jspecify.annotations.Nullable;

/** Somebody who registers. It prints without the number. */
public record NewResident(
        String idNumber,
        String name,
        String phone,
        @Nullable String login) {
    @Override
    public String toString() {
        return "NewResident";
    }
}

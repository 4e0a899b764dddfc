package org.yichuang.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody who registers. It prints without number and password. */
@Schema(name = "NewResidentDto")
public record NewResident(
        String idNumber,
        String name,
        String phone,
        @Nullable String login,
        String password) {
    @Override
    public String toString() {
        return "NewResident";
    }
}

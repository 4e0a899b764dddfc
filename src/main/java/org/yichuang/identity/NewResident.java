package org.yichuang.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody who registers. It prints without number and password. */
@Schema(name = "NewResidentDto")
public record NewResident(
        @Schema(description = "Resident ID number, 18 characters with a true check digit")
        String idNumber,

        @Schema(description = "As the card has it") String name,

        @Schema(description = "11 digits of a mobile telephone, or a land line with its area code")
        String phone,

        @Schema(
                description = "To sign in by, beside the number: 3 to 32 letters, digits or . _ -, a letter first; "
                        + "null: the number alone")
        @Nullable
        String login,

        @Schema(description = "10 to 128 characters, without one's own name, numbers or login")
        String password) {
    @Override
    public String toString() {
        return "NewResident";
    }
}

package org.yichuang.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.web.Role;

/**
 * Somebody who will work for the city.
 *
 * @param idNumber the resident id number, null when the city keeps it elsewhere, which it cannot for the three of
 *     {@link Role#APART}; nobody has two officer accounts with one
 * @param roles what they may open; {@link Role#OFFICER} for who holds posts
 */
@Schema(name = "NewOfficerDto")
public record NewOfficer(
        @Schema(description = "To sign in by: 3 to 32 letters, digits or . _ -, a letter first")
        String login,

        @Schema(description = "Name of the officer") String name,

        @Schema(description = "11 digits of a mobile telephone, or a land line with its area code; null: none")
        @Nullable
        String phone,

        @Schema(
                description =
                        "Resident ID number; null, but not of an administrator, security administrator or auditor")
        @Nullable
        String idNumber,

        @Schema(
                description =
                        "At least one of OFFICER to AUDITOR; of ADMINISTRATOR, SECURITY_ADMINISTRATOR and AUDITOR "
                                + "one alone")
        Set<Role> roles) {
    @Override
    public String toString() {
        return "NewOfficer " + login;
    }
}

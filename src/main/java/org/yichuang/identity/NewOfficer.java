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
        String login,
        String name,
        @Nullable String phone,
        @Nullable String idNumber,
        Set<Role> roles) {
    @Override
    public String toString() {
        return "NewOfficer " + login;
    }
}

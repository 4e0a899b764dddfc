package org.yichuang.network.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * A constraint of the database that a statement broke.
 *
 * @param constraint its name
 * @param detail what the server says beside it
 * @param column what the server says it is about: for our own triggers, the officer
 */
public record Broken(String constraint, String detail, String column) {

    /** What lies under an exception; empty when it is not about a constraint. */
    public static Optional<Broken> under(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof PSQLException sql) {
                ServerErrorMessage message = sql.getServerErrorMessage();
                return message == null || message.getConstraint() == null
                        ? Optional.empty()
                        : Optional.of(new Broken(
                                message.getConstraint(), said(message.getDetail()), said(message.getColumn())));
            }
        }
        return Optional.empty();
    }

    private static String said(@Nullable String part) {
        return part == null ? "" : part;
    }
}

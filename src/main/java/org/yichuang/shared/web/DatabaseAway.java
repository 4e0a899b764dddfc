package org.yichuang.shared.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a database that cannot be reached from a fault of ours: whoever asked is told to come back (503), and an answer
 * that was given before is kept.
 */
public final class DatabaseAway {
    /** The server ended a transaction in which nothing was done for too long. */
    private static final String IDLE = "25P03";

    private DatabaseAway() {}

    /** Whether this failed because the connection was lost, refused, or not to be had in time. */
    public static boolean caused(@Nullable Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLTransientConnectionException || (at instanceof SQLException sql && lost(sql))) {
                return true;
            }
        }
        return false;
    }

    /** The classes connection_exception and operator_intervention: shut down, crashed, starting up. */
    private static boolean lost(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P") || state.equals(IDLE));
    }
}

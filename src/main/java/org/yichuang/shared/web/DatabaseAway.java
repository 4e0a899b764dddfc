package org.yichuang.shared.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells a database that cannot be reached, or not be written, from a fault of ours: whoever asked is told to come back
 * (503), and an answer that was given before is kept.
 */
public final class DatabaseAway {
    private static final String READ_ONLY = "25006";

    private static final String WAITED = "55P03";

    /**
     * How SQL states begin: no connection; a transaction ended in which nothing was done for too long; only to be read,
     * as a standby is; no disk, memory or connection left; shut down, crashed, starting up; a fault of its disk.
     */
    private static final List<String> STATES = List.of("08", "25P03", READ_ONLY, "53", "57P", "58");

    private DatabaseAway() {}

    /** Whether it was the database, or the way there, that failed. */
    public static boolean caused(@Nullable Throwable failure) {
        return cause(failure) != null;
    }

    /** Whether it can only be read; or a transaction of ours writes that was to read, which is a fault of ours. */
    static boolean readOnly(Throwable failure) {
        SQLException cause = cause(failure);
        return cause != null && READ_ONLY.equals(cause.getSQLState());
    }

    /** Whether it is there, but another transaction that changes the same was waited for too long. */
    public static boolean waited(@Nullable Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql && WAITED.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** For the log, in one line: what the database or its driver says, without the statement. */
    public static String why(Throwable failure) {
        SQLException cause = cause(failure);
        Throwable said = cause == null ? failure : cause;
        String below = said.getCause() instanceof SQLException deeper ? ": " + deeper.getMessage() : "";
        return (said.getMessage() + below).replaceAll("\\s+", " ");
    }

    private static @Nullable SQLException cause(@Nullable Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            // on a lost connection the rollback fails too, which may say nothing of why
            SQLException before =
                    at instanceof TransactionSystemException rollback ? cause(rollback.getOriginalException()) : null;
            if (before != null) {
                return before;
            }
            if (at instanceof SQLTransientConnectionException || (at instanceof SQLException sql && of(sql))) {
                return (SQLException) at;
            }
            // the scheduler throws what the rollback said, and keeps why it rolled back beside it
            for (Throwable beside : at.getSuppressed()) {
                SQLException kept = cause(beside);
                if (kept != null) {
                    return kept;
                }
            }
        }
        return null;
    }

    private static boolean of(SQLException e) {
        String state = e.getSQLState();
        return state != null && STATES.stream().anyMatch(state::startsWith);
    }
}

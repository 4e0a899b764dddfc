package org.yichuang;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in one sentence why the PostgreSQL that was named cannot be used, instead of a stack trace. */
class DatabaseUnusable implements FailureAnalyzer {
    /** How SQL states begin: no connection, who are you, no such database, no room, not up. */
    private static final List<String> NOT_IN = List.of("08", "28", "3D", "53300", "57P");

    private static final String NO_ADDRESS = "claims to not accept jdbcUrl";

    private static final String ACTION = """
            Check that PostgreSQL (15 or newer) runs there, and the address, user and password: ./run --database \
            jdbc:postgresql://HOST:5432/NAME?user=U&password=P
            请检查 PostgreSQL（15 或更新）是否在运行，地址、用户和密码是否正确。""";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String why = why(cause);
            if (why != null) {
                return new FailureAnalysis("The database cannot be used · 数据库用不了: " + why, ACTION, cause);
            }
        }
        return null;
    }

    /** Null when it is something else. The address itself is not repeated: a password may stand in it. */
    private static @Nullable String why(Throwable cause) {
        if (String.valueOf(cause.getMessage()).contains(NO_ADDRESS)) {
            return "地址不是 PostgreSQL 的 · its address is none of a PostgreSQL";
        }
        String state = cause instanceof SQLException sql ? sql.getSQLState() : null;
        return state != null && NOT_IN.stream().anyMatch(state::startsWith) ? cause.getMessage() : null;
    }
}

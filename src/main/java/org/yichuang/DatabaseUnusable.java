package org.yichuang;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in one sentence why the PostgreSQL that was named cannot be used, instead of a stack trace. */
class DatabaseUnusable implements FailureAnalyzer {
    /**
     * How SQL states begin: no connection, too old, only to be read, who are you, no such database, not allowed, no
     * room, not up.
     */
    private static final List<String> NOT_IN = List.of("08", "0A", "25006", "28", "3D", "42501", "53", "57P");

    private static final String NOT_ALLOWED = "42501";

    private static final String NO_ADDRESS = "claims to not accept jdbcUrl";

    private static final String ACTION = """
            Check that PostgreSQL (15 or newer) runs there, and the address, user and password: ./run --database \
            jdbc:postgresql://HOST:5432/NAME?user=U&password=P
            In the address a password's % & + # and spaces are written as %25 %26 %2B %23 %20; in the environment, as
            SPRING_DATASOURCE_PASSWORD, it is written as it is.
            请检查 PostgreSQL（15 或更新）是否在运行，地址、用户和密码是否正确。密码写在地址里时，% & + # 和空格要写成
            %25 %26 %2B %23 %20；写在环境变量 SPRING_DATASOURCE_PASSWORD 里则照原样。""";

    private static final String OWN = """
            The user has to own the database, and needs no other right: create database NAME owner U
            用户要是这个库的所有者，不需要别的权限：create database NAME owner U""";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String why = why(cause);
            if (why != null) {
                return new FailureAnalysis(
                        "The database cannot be used · 数据库用不了: " + why, notAllowed(cause) ? OWN : ACTION, cause);
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
        return state != null && NOT_IN.stream().anyMatch(state::startsWith) ? cause.getMessage() + host(cause) : null;
    }

    private static boolean notAllowed(Throwable cause) {
        return cause instanceof SQLException sql && NOT_ALLOWED.equals(sql.getSQLState());
    }

    /** The driver does not say that it is the name of the machine which nobody knows. */
    private static String host(Throwable cause) {
        return cause.getCause() instanceof UnknownHostException unknown
                ? " 没有这台主机 · No such host: " + unknown.getMessage()
                : "";
    }
}

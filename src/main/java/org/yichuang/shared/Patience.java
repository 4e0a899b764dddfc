package org.yichuang.shared;

import java.sql.Connection;
import java.sql.SQLException;

/** For statements that may take longer than a request waits for the database. */
public final class Patience {
    private Patience() {}

    /** This connection waits without end, until it is given back to the pool. */
    public static Connection with(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, 0);
        return connection;
    }
}

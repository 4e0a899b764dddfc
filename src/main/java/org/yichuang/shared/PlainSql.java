package org.yichuang.shared;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * Runs the few statements that stand in the way of every act, in the transaction at hand, straight on JDBC: for these,
 * taking the text apart and binding by jOOQ costs more than the database does (ADR 0010). Every other statement is
 * jOOQ's.
 */
@Component
public class PlainSql {
    private final JdbcTemplate jdbc;

    PlainSql(DataSource database) {
        jdbc = new JdbcTemplate(database);
    }

    /** The first row; parameters are typed by the columns they meet, as everywhere in this database. */
    public <T> Optional<T> first(String sql, RowMapper<T> row, @Nullable Object... values) {
        List<T> rows = jdbc.query(sql, statement -> bind(statement, values), row);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            bind(statement, i + 1, values[i]);
        }
    }

    private static void bind(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(at, Types.NULL);
            case String text -> statement.setString(at, text);
            case byte[] bytes -> statement.setBytes(at, bytes);
            case Object[] array -> statement.setObject(at, array);
            default -> statement.setObject(at, value);
        }
    }
}

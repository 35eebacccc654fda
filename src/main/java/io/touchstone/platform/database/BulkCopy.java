package io.touchstone.platform.database;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.stereotype.Component;

/** Many rows at once by PostgreSQL's COPY, in the transaction of the caller. */
@Component
public class BulkCopy {

  private static final int CHARACTERS_AT_A_TIME = 1 << 20;

  /** From so many rows on it pays to plan the checks of foreign keys anew. */
  private static final int MANY_ROWS = 1_000;

  private final DataSource dataSource;

  BulkCopy(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Adds rows to a table.
   *
   * @param table with its columns, "touchstone.assignment (id, position)": a constant of the caller
   * @param rows values in the order of the columns; text and numbers, an Optional for what may be
   *     null
   */
  public void insert(String table, List<List<Object>> rows) {
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      if (rows.size() >= MANY_ROWS) {
        forgetPlans(connection);
      }
      var copy = connection.unwrap(PGConnection.class).getCopyAPI();
      StringBuilder lines = new StringBuilder();
      for (List<Object> row : rows) {
        append(lines, row);
        if (lines.length() >= CHARACTERS_AT_A_TIME) {
          copy.copyIn("copy " + table + " from stdin", new StringReader(lines.toString()));
          lines.setLength(0);
        }
      }
      copy.copyIn("copy " + table + " from stdin", new StringReader(lines.toString()));
    } catch (SQLException e) {
      throw new SQLErrorCodeSQLExceptionTranslator(dataSource).translate("copy", table, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  /**
   * Many rows follow in this transaction, in copies of few: their checks of foreign keys are
   * planned for the tables as they are now. Costs about a millisecond.
   */
  public void planChecksAnew() {
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      forgetPlans(connection);
    } catch (SQLException e) {
      throw new SQLErrorCodeSQLExceptionTranslator(dataSource).translate("discard", null, e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  /**
   * A session keeps the plan by which it checks a foreign key. One that was made when the other
   * table held a few rows reads all of that table for each new row, however long it has become.
   */
  private static void forgetPlans(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("discard plans");
    }
  }

  private static void append(StringBuilder lines, List<Object> row) {
    for (int i = 0; i < row.size(); i++) {
      if (i > 0) {
        lines.append('\t');
      }
      append(lines, row.get(i));
    }
    lines.append('\n');
  }

  private static void append(StringBuilder lines, Object value) {
    if (!(value instanceof Optional<?> optional)) {
      escape(lines, value.toString());
    } else if (optional.isPresent()) {
      escape(lines, optional.get().toString());
    } else {
      lines.append("\\N");
    }
  }

  /** The four characters that mean something in COPY's text format. */
  private static void escape(StringBuilder lines, String value) {
    for (int i = 0; i < value.length(); i++) {
      char each = value.charAt(i);
      switch (each) {
        case '\\' -> lines.append("\\\\");
        case '\t' -> lines.append("\\t");
        case '\n' -> lines.append("\\n");
        case '\r' -> lines.append("\\r");
        default -> lines.append(each);
      }
    }
  }
}

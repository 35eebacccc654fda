package io.touchstone.operation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where what was planted lies open. */
final class PlantedTraces {

  private PlantedTraces() {}

  private static final String COLUMNS =
      """
      select format('%I.%I', c.table_schema, c.table_name), format('%I', c.column_name), c.data_type
      from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where t.table_type = 'BASE TABLE' and t.table_schema in ('public', 'touchstone')
      """;

  /** The columns of all tables of which a value holds what was planted, whatever their type. */
  static List<String> columns(StartedApplication application) throws SQLException {
    List<String> holding = new ArrayList<>();
    int columns = 0;
    try (Connection database = application.database();
        Statement all = database.createStatement();
        Statement one = database.createStatement();
        ResultSet row = all.executeQuery(COLUMNS)) {
      while (row.next()) {
        columns++;
        String column = row.getString(2);
        String value =
            row.getString(3).equals("bytea")
                ? "encode(" + column + ", 'escape')"
                : column + "::text";
        try (ResultSet found =
            one.executeQuery(
                "select count(*) from %s where %s ~* 'plantxyz|plantworth'"
                    .formatted(row.getString(1), value))) {
          found.next();
          if (found.getLong(1) > 0) {
            holding.add(row.getString(1) + "." + column);
          }
        }
      }
    }
    assertThat(columns).as("columns looked at").isGreaterThan(300);
    return holding;
  }

  /** Files below a folder, beside the database's own, that hold what was planted. */
  static List<Path> files(Path folder) throws IOException {
    List<Path> holding = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String content = new String(Files.readAllBytes(file), ISO_8859_1);
        if (!file.toString().contains("postgres/cluster")
            && PlantedRows.PLANTED.matcher(content).find()) {
          holding.add(file);
        }
      }
    }
    return holding;
  }
}

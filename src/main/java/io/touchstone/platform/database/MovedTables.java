package io.touchstone.platform.database;

import io.touchstone.platform.StartRefused;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of all tables of one schema on their way into the same tables of another server: foreign
 * keys are taken down before and put up after, which checks them; triggers rest meanwhile, since
 * what they would add or count comes along.
 */
final class MovedTables {

  private static final Logger log = LoggerFactory.getLogger(MovedTables.class);

  /** Rows are sent on together until they have so many bytes. */
  private static final int BYTES_AT_A_TIME = 1 << 16;

  private final String schema;
  private final Connection source;
  private final Connection target;

  /**
   * @param target a connection of the role that owns the tables there, in a transaction
   */
  MovedTables(String schema, Connection source, Connection target) {
    this.schema = schema;
    this.source = source;
    this.target = target;
  }

  private static final String COLUMNS =
      """
      select format('%%I.%%I', n.nspname, c.relname) as name,
             string_agg(format('%%I', a.attname), ', ' order by a.attname) as columns,
             string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', '
                        order by a.attname) as types
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                         and a.attgenerated = ''
      where n.nspname = '%s' and c.relkind in ('r', 'p', 'm', 'f')
      group by n.nspname, c.relname
      order by n.nspname, c.relname
      """;

  /** Names of tables with their columns, as they are written in SQL. */
  private Map<String, String> tables(Connection connection, String what) throws SQLException {
    Map<String, String> tables = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(COLUMNS.formatted(schema))) {
      while (row.next()) {
        tables.put(row.getString("name"), row.getString(what));
      }
    }
    return tables;
  }

  /**
   * Copies every row of the schema, reads each table back and compares.
   *
   * @return what was copied, by table
   * @throws StartRefused if the two have not the same tables, or a copy is not what was copied
   */
  Map<String, RowsDigest.Seen> copy() throws SQLException {
    refuseOtherTables();
    Map<String, String> columns = tables(source, "columns");
    List<String> keys = takeDownForeignKeys();
    for (String table : columns.keySet()) {
      MoveTarget.run(target, "alter table " + table + " disable trigger user");
    }
    MoveTarget.run(target, "truncate " + String.join(", ", columns.keySet()));
    Map<String, RowsDigest.Seen> copied = new LinkedHashMap<>();
    for (var table : columns.entrySet()) {
      copied.put(table.getKey(), copy(table.getKey(), table.getValue()));
    }
    for (String key : keys) {
      MoveTarget.run(target, key);
    }
    for (String table : columns.keySet()) {
      MoveTarget.run(target, "alter table " + table + " enable trigger user");
    }
    setSequences();
    return copied;
  }

  private void refuseOtherTables() throws SQLException {
    Map<String, String> here = tables(source, "types");
    Map<String, String> there = tables(target, "types");
    if (here.equals(there)) {
      return;
    }
    List<String> others = new ArrayList<>();
    here.forEach(
        (table, types) -> {
          if (!types.equals(there.get(table))) {
            others.add(table);
          }
        });
    there.keySet().stream().filter(table -> !here.containsKey(table)).forEach(others::add);
    throw new StartRefused(
        "The embedded database has other tables than this version makes: "
            + String.join(", ", others)
            + ".",
        "Start this version once on the embedded database, stop it, and repeat the command. What"
            + " somebody has added by hand has to go first.");
  }

  private static final String FOREIGN_KEYS =
      """
      select format('alter table %%s add constraint %%I %%s', conrelid::regclass, conname,
                    pg_get_constraintdef(oid)) as up,
             format('alter table %%s drop constraint %%I', conrelid::regclass, conname) as down
      from pg_constraint
      where contype = 'f' and conparentid = 0 and connamespace = '%s'::regnamespace
      order by conrelid, conname
      """;

  /** Answers how they come up again. */
  private List<String> takeDownForeignKeys() throws SQLException {
    List<String> up = new ArrayList<>();
    List<String> down = new ArrayList<>();
    try (Statement statement = target.createStatement();
        ResultSet row = statement.executeQuery(FOREIGN_KEYS.formatted(schema))) {
      while (row.next()) {
        up.add(row.getString("up"));
        down.add(row.getString("down"));
      }
    }
    for (String each : down) {
      MoveTarget.run(target, each);
    }
    return up;
  }

  private RowsDigest.Seen copy(String table, String columns) throws SQLException {
    long began = System.nanoTime();
    RowsDigest sent = new RowsDigest();
    CopyIn in = copies(target).copyIn("copy %s (%s) from stdin".formatted(table, columns));
    try {
      RowBuffer buffer = new RowBuffer(in);
      read(
          source,
          table,
          columns,
          row -> {
            sent.add(row);
            buffer.add(row);
          });
      buffer.send();
      in.endCopy();
    } finally {
      if (in.isActive()) {
        in.cancelCopy();
      }
    }
    RowsDigest arrived = new RowsDigest();
    read(target, table, columns, arrived::add);
    if (!arrived.seen().equals(sent.seen())) {
      throw new StartRefused(
          "The table " + table + " did not arrive as it was sent.",
          "Nothing was taken over, and the embedded database is as it was. Look at the disks of the"
              + " server and its log, then repeat the command.");
    }
    log.info(
        "table_moved table={} rows={} bytes={} millis={}",
        table,
        sent.seen().rows(),
        sent.seen().bytes(),
        (System.nanoTime() - began) / 1_000_000);
    return sent.seen();
  }

  /** What is done with a row, which ends in a line feed. */
  @FunctionalInterface
  private interface RowVisitor {
    void visit(byte[] row) throws SQLException;
  }

  private static void read(Connection from, String table, String columns, RowVisitor visitor)
      throws SQLException {
    CopyOut out = copies(from).copyOut("copy %s (%s) to stdout".formatted(table, columns));
    try {
      for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
        visitor.visit(row);
      }
    } finally {
      if (out.isActive()) {
        out.cancelCopy();
      }
    }
  }

  private static CopyManager copies(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }

  /** Many small rows become few messages. */
  private static final class RowBuffer {

    private final CopyIn in;
    private final byte[] bytes = new byte[BYTES_AT_A_TIME];
    private int length;

    RowBuffer(CopyIn in) {
      this.in = in;
    }

    void add(byte[] row) throws SQLException {
      if (length + row.length > bytes.length) {
        send();
      }
      if (row.length > bytes.length) {
        in.writeToCopy(row, 0, row.length);
      } else {
        System.arraycopy(row, 0, bytes, length, row.length);
        length += row.length;
      }
    }

    void send() throws SQLException {
      in.writeToCopy(bytes, 0, length);
      length = 0;
    }
  }

  private static final String SEQUENCES =
      """
      select format('%%I.%%I', schemaname, sequencename) from pg_sequences where schemaname = '%s'
      """;

  private void setSequences() throws SQLException {
    for (String sequence : MoveTarget.texts(source, SEQUENCES.formatted(schema))) {
      try (Statement statement = source.createStatement();
          ResultSet state =
              statement.executeQuery("select last_value, is_called from " + sequence);
          var set = target.prepareStatement("select setval(?::regclass, ?, ?)")) {
        state.next();
        set.setString(1, sequence);
        set.setLong(2, state.getLong(1));
        set.setBoolean(3, state.getBoolean(2));
        set.execute();
      }
    }
  }
}

package io.touchstone.platform.database;

import io.touchstone.platform.StartRefused;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;

/**
 * The empty database into which an embedded one moves. From before the first table until the move
 * is whole a schema stands there that says so: the application does not start over it, and a move
 * that is repeated knows that whatever is there is a part of one and may go.
 */
final class MoveTarget implements AutoCloseable {

  private static final String UNFINISHED = "touchstone_move_unfinished";

  private static final String IS_UNFINISHED =
      "select to_regnamespace('" + UNFINISHED + "') is not null";

  private final DatabaseMove.Goal goal;
  private final String address;
  private final Connection application;
  private final Connection owner;

  private MoveTarget(DatabaseMove.Goal goal, Connection application, Connection owner) {
    this.goal = goal;
    this.address = ExistingDatabase.withoutSecrets(goal.url());
    this.application = application;
    this.owner = owner;
  }

  /** Whether a move into the database has begun and is not whole. */
  static boolean isUnfinished(Connection connection) throws SQLException {
    return truth(connection, IS_UNFINISHED);
  }

  /**
   * Logs in both roles.
   *
   * @throws StartRefused if a login is refused, the server too old or out of reach
   */
  static MoveTarget open(DatabaseMove.Goal goal) throws SQLException {
    Connection application = ExistingDatabase.open(goal.url(), goal.user(), goal.password());
    try {
      Connection owner =
          goal.oneRole()
              ? application
              : ExistingDatabase.open(goal.url(), goal.owner(), goal.ownerPassword());
      return new MoveTarget(goal, application, owner);
    } catch (StartRefused e) {
      application.close();
      throw e;
    }
  }

  /** Of the role that owns and fills the tables of a schema. */
  Connection owning(String schema) {
    return schema.equals("touchstone") ? owner : application;
  }

  Connection owner() {
    return owner;
  }

  private static final String MAY_WRITE =
      "select not pg_is_in_recovery() and not current_setting('transaction_read_only')::boolean";

  private static final String MAY_MAKE_SCHEMAS =
      "select has_database_privilege(current_database(), 'create')";

  /** Relations that neither the system nor an extension has made. */
  private static final String FOREIGN =
      """
      select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
        and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
        and not exists (select 1 from pg_depend d where d.objid = c.oid
                        and d.classid = 'pg_class'::regclass and d.deptype = 'e')
      order by 1 limit 3
      """;

  /**
   * Whether a move into it can begin; nothing is changed.
   *
   * @throws StartRefused if it is not empty, not UTF-8, not writable or a right is missing
   */
  void check() throws SQLException {
    String encoding = text(application, "show server_encoding").orElse("");
    if (!encoding.equals("UTF8")) {
      throw new StartRefused(
          "The database " + address + " is encoded in " + encoding + ", which has not all letters.",
          "Make another one: create database <name> owner <owner> encoding 'UTF8' template"
              + " template0;");
    }
    if (!truth(owner, MAY_WRITE)) {
      throw new StartRefused(
          "The database " + address + " can only be read: it is a standby, or set so.",
          "Name the primary server.");
    }
    ExistingDatabase.refuseUnless(
        ExistingDatabase.MAY_MAKE_TABLES, application, address, goal.user());
    ExistingDatabase.refuseUnless(MAY_MAKE_SCHEMAS, owner, address, goal.owner());
    if (!isUnfinished(owner)) {
      refuseUnlessEmpty();
    }
  }

  private void refuseUnlessEmpty() throws SQLException {
    List<String> foreign = texts(owner, FOREIGN);
    if (!foreign.isEmpty() || truth(owner, "select to_regnamespace('touchstone') is not null")) {
      throw new StartRefused(
          "The database "
              + address
              + " is not empty: it has "
              + (foreign.isEmpty() ? "a schema touchstone" : String.join(", ", foreign))
              + ".",
          "Name an empty one. If this one is to be given up, drop it and create it again, as"
              + " config/README.md says.");
    }
  }

  private static final String LOCK = "select pg_advisory_lock(hashtext('touchstone.move'))";

  /** SQL state of a lock that others hold for too long. */
  private static final String LOCKED = "55P03";

  /**
   * Marks it as unfinished and removes what an unfinished move has left.
   *
   * @throws StartRefused if another process moves into it
   */
  void begin() throws SQLException {
    run(owner, "set lock_timeout to '15s'");
    try {
      run(owner, LOCK);
    } catch (SQLException e) {
      if (LOCKED.equals(e.getSQLState())) {
        throw new StartRefused(
            "Another process is moving into the database " + address + ".",
            "Let it come to its end, or end it.");
      }
      throw e;
    }
    if (isUnfinished(owner)) {
      clear();
    }
    refuseUnlessEmpty();
    run(owner, "create schema if not exists " + UNFINISHED);
  }

  private static final String ENGINE_TABLES =
      """
      select string_agg(format('%I.%I', schemaname, tablename), ', ') from pg_tables
      where schemaname = 'public' and tablename like 'act\\_%'
        and pg_has_role(tableowner, 'usage')
      """;

  private void clear() throws SQLException {
    run(owner, "drop schema if exists touchstone cascade");
    Optional<String> engine = text(application, ENGINE_TABLES);
    if (engine.isPresent()) {
      run(application, "drop table " + engine.get() + " cascade");
    }
  }

  /** Gives the application's role its rights, as after each migration. */
  void grant() throws SQLException {
    try (var statement = owner.prepareStatement("select touchstone.grant_application(?::name)")) {
      statement.setString(1, goal.user());
      statement.execute();
    }
    if (!goal.oneRole()) {
      run(
          application,
          "grant select on public.act_re_deployment to "
              + application.unwrap(PGConnection.class).escapeIdentifier(goal.owner()));
    }
  }

  /** From here on the application starts over it. */
  void finish() throws SQLException {
    run(owner, "drop schema " + UNFINISHED);
  }

  private static boolean truth(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getBoolean(1);
    }
  }

  /** The first value of the first row; empty where it is null. */
  static Optional<String> text(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      return result.next() ? Optional.ofNullable(result.getString(1)) : Optional.empty();
    }
  }

  /** The first value of each row. */
  static List<String> texts(Connection connection, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        texts.add(result.getString(1));
      }
    }
    return texts;
  }

  static void run(Connection connection, String command) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  @Override
  public void close() throws SQLException {
    owner.close();
    application.close();
  }
}

package io.touchstone.platform.database;

import io.touchstone.platform.DataFolder;
import io.touchstone.platform.StartRefused;
import io.touchstone.platform.crypto.Secrets;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * All that an embedded database holds, brought into an empty one of an existing server. The
 * embedded one is read and not written; the other one counts as unfinished until {@link #finish}.
 */
public final class DatabaseMove implements AutoCloseable {

  private static final String DOMAIN = "touchstone";
  private static final String ENGINE = "public";

  private final DataFolder folder;
  private final Goal goal;
  private final DataFolder.FolderLock lock;
  private final MoveTarget target;
  private final EmbeddedPostgres server;

  private DatabaseMove(
      DataFolder folder,
      Goal goal,
      DataFolder.FolderLock lock,
      MoveTarget target,
      EmbeddedPostgres server) {
    this.folder = folder;
    this.goal = goal;
    this.lock = lock;
    this.target = target;
    this.server = server;
  }

  /**
   * Where to, and the logins there that the application will have.
   *
   * @param owner who owns and migrates the domain's tables; the user where one role does all
   */
  public record Goal(String url, String user, String password, String owner, String ownerPassword) {

    /** Whether one role owns the tables and works with them. */
    boolean oneRole() {
      return owner.equals(user);
    }

    /** The address without what an URL may carry of a login. */
    public String address() {
      return ExistingDatabase.withoutSecrets(url);
    }

    @Override
    public String toString() {
      return "Goal[address=" + address() + ", user=" + user + "]";
    }
  }

  /**
   * What was copied.
   *
   * @param rows by table, "touchstone.item"
   * @param bytes of the rows as they were sent
   */
  public record Moved(Map<String, Long> rows, long bytes) {

    /** Rows of all tables. */
    public long allRows() {
      return rows.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * Takes the data folder, looks at both sides and starts the embedded server.
   *
   * @param data the folder, which may not be there
   * @throws StartRefused if there is nothing to move, somebody uses it, or the target is unfit;
   *     nothing was changed
   */
  public static DatabaseMove prepare(
      Path data, Supplier<DataFolder> folders, Secrets secrets, Goal goal) {
    if (Files.notExists(data.resolve("postgres").resolve("cluster").resolve("PG_VERSION"))) {
      throw new StartRefused(
          "There is no embedded database in the data folder " + data + ".",
          "Set TOUCHSTONE_DATA to the folder that holds it.");
    }
    DataFolder folder = folders.get();
    DataFolder.FolderLock lock = folder.lock();
    MoveTarget target = null;
    EmbeddedPostgres server = null;
    try {
      target = MoveTarget.open(goal);
      if (!MoveTarget.isUnfinished(target.owner())) {
        MovedAway.of(folder).refuseMove();
      }
      target.check();
      server = EmbeddedDatabase.start(folder, secrets);
      DatabaseMove move = new DatabaseMove(folder, goal, lock, target, server);
      move.refuseOtherVersion();
      return move;
    } catch (SQLException e) {
      close(lock, target, server);
      throw new UncategorizedSQLException("move", null, e);
    } catch (RuntimeException e) {
      close(lock, target, server);
      throw e;
    }
  }

  /** How many migrations the program knows that the embedded database has not, or the reverse. */
  private void refuseOtherVersion() {
    var info = flyway().dataSource(source()).load().info();
    boolean same =
        info.pending().length == 0
            && List.of(info.all()).stream().allMatch(each -> each.getState().isResolved());
    if (!same) {
      throw new StartRefused(
          "The embedded database was last used by another version of this program.",
          "Start this version once on the embedded database, stop it, and repeat the command.");
    }
  }

  private static FluentConfiguration flyway() {
    return Flyway.configure().schemas(DOMAIN).defaultSchema(DOMAIN);
  }

  /** The embedded database, as its superuser. */
  public DataSource source() {
    try {
      EmbeddedDatabase.Connection superuser = EmbeddedDatabase.superuser(server, folder);
      return source(superuser.url(), superuser.user(), superuser.password());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The target, as the application's role. */
  public DataSource target() {
    return source(goal.url(), goal.user(), goal.password());
  }

  private static DataSource source(String url, String user, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    // The engine's tables stand in this one, whatever the role's own search path begins with.
    source.setCurrentSchema(ENGINE);
    return source;
  }

  /**
   * Marks the target as unfinished, removes what an unfinished move has left there, and makes the
   * tables of the domain. Those of the engine have to be made by the engine after that.
   */
  public void makeTables() {
    try {
      target.begin();
    } catch (SQLException e) {
      throw new UncategorizedSQLException("move", null, e);
    }
    flyway().dataSource(goal.url(), goal.owner(), goal.ownerPassword()).load().migrate();
  }

  /**
   * Copies all rows, reads them back and compares; in one transaction of each of the two roles.
   *
   * @throws StartRefused if that fails
   */
  public Moved copy() {
    Map<String, RowsDigest.Seen> seen = new LinkedHashMap<>();
    try (Connection source = source().getConnection()) {
      refuseWhatIsNotCopied(source);
      source.setAutoCommit(false);
      source.setReadOnly(true);
      for (String schema : List.of(DOMAIN, ENGINE)) {
        Connection owning = target.owning(schema);
        owning.setAutoCommit(false);
        seen.putAll(new MovedTables(schema, source, owning).copy());
        owning.commit();
        owning.setAutoCommit(true);
        seen.keySet().stream()
            .filter(table -> table.startsWith(schema + "."))
            .forEach(table -> analyse(owning, table));
      }
      target.grant();
    } catch (SQLException e) {
      throw new UncategorizedSQLException("move", null, e);
    }
    Map<String, Long> rows = new LinkedHashMap<>();
    seen.forEach((table, each) -> rows.put(table, each.rows()));
    return new Moved(rows, seen.values().stream().mapToLong(RowsDigest.Seen::bytes).sum());
  }

  private static void analyse(Connection owning, String table) {
    try {
      MoveTarget.run(owning, "analyze " + table);
    } catch (SQLException e) {
      throw new UncategorizedSQLException("move", null, e);
    }
  }

  private static final String NOT_COPIED =
      """
      select string_agg(what, ', ') from (
        select c.oid::regclass::text as what
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'm', 'f') and n.nspname not in ('touchstone', 'public')
          and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
        union all
        select 'large objects' where exists (select from pg_largeobject_metadata)) as others
      """;

  private static void refuseWhatIsNotCopied(Connection source) throws SQLException {
    Optional<String> others = MoveTarget.text(source, NOT_COPIED);
    if (others.isPresent()) {
      throw new StartRefused(
          "The embedded database holds what is not this program's: " + others.get() + ".",
          "Take it away and remove it there, then repeat the command.");
    }
  }

  /** Notes in the data folder where its database is now; then the application starts over it. */
  public void finish() {
    try {
      MovedAway.of(folder).note(goal.address());
      target.finish();
    } catch (SQLException e) {
      throw new UncategorizedSQLException("move", null, e);
    }
  }

  @Override
  public void close() {
    close(lock, target, server);
  }

  private static void close(
      DataFolder.FolderLock lock, MoveTarget target, EmbeddedPostgres server) {
    try (lock;
        target;
        server) {
      return;
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("A connection or the embedded server did not close.", e);
    }
  }
}

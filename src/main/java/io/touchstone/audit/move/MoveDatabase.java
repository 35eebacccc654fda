package io.touchstone.audit.move;

import io.touchstone.audit.ChainCheck.Intact;
import io.touchstone.audit.Coverage;
import io.touchstone.audit.History;
import io.touchstone.platform.DataFolder;
import io.touchstone.platform.StartRefused;
import io.touchstone.platform.TouchstoneSettings;
import io.touchstone.platform.crypto.MasterKey;
import io.touchstone.platform.crypto.Secrets;
import io.touchstone.platform.database.DatabaseMove;
import io.touchstone.platform.engine.setup.EngineReading;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * The command that brings an embedded database into an existing PostgreSQL, while the application
 * does not run. It reads the settings with which the application is going to start there.
 */
public final class MoveDatabase {

  /** First argument of the program that asks for this. */
  public static final String COMMAND = "move-database";

  private static final String TO = "--to";
  private static final String URL = "spring.datasource.url";
  private static final double MEGABYTE = 1_000_000;
  private static final int REFUSED = 1;
  private static final int UNASKED = 2;

  private MoveDatabase() {}

  /** Where everything is, without the application. */
  @EnableConfigurationProperties(TouchstoneSettings.class)
  @ComponentScan(basePackageClasses = MasterKey.class)
  @Import(DataFolder.class)
  static class Surroundings {}

  /**
   * @param arguments {@code --to} and the target's address, unless the settings name it; settings
   *     as the application takes them
   * @return exit status: 0 moved, 1 refused and nothing taken over, 2 not asked rightly
   */
  public static int run(List<String> arguments, PrintStream out) {
    List<String> settings = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      boolean separate = arguments.get(i).equals(TO) && i + 1 < arguments.size();
      String each = separate ? TO + "=" + arguments.get(++i) : arguments.get(i);
      settings.add(each.startsWith(TO + "=") ? "--" + URL + each.substring(TO.length()) : each);
    }
    if (!settings.stream().allMatch(each -> each.matches("--[\\w.-]+=.*"))) {
      out.println("Usage: " + COMMAND + " --to jdbc:postgresql://host:5432/database");
      return UNASKED;
    }
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Surroundings.class)
            .web(WebApplicationType.NONE)
            .lazyInitialization(true)
            .logStartupInfo(false)
            .run(settings.toArray(String[]::new))) {
      return status(context, out);
    }
  }

  private static int status(ConfigurableApplicationContext context, PrintStream out) {
    try {
      move(context, out);
      return 0;
    } catch (RuntimeException e) {
      StartRefused refused = refusal(e);
      out.printf("%nNOT MOVED%n%n%s%n%n%s%n", refused.getMessage(), refused.action());
      return REFUSED;
    }
  }

  /** The refusal that stands behind a failure; a message of the database may quote its rows. */
  private static StartRefused refusal(RuntimeException failure) {
    String kind = failure.getClass().getSimpleName();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StartRefused refused) {
        return refused;
      }
      if (cause instanceof SQLException refused) {
        kind = "SQL state " + refused.getSQLState();
      }
    }
    return new StartRefused(
        "The move broke off (" + kind + ").",
        "The embedded database is as it was. See what the log of the target's server says, mend"
            + " that and repeat the command, which first removes what this attempt has left.",
        failure);
  }

  private static void move(ConfigurableApplicationContext context, PrintStream out) {
    long began = System.nanoTime();
    DatabaseMove.Goal goal = goal(context.getEnvironment());
    try (DatabaseMove move =
        DatabaseMove.prepare(
            context.getBean(TouchstoneSettings.class).data(),
            () -> context.getBean(DataFolder.class),
            context.getBean(Secrets.class),
            goal)) {
      History.Found before = before(context, move);
      out.println("The sealed history holds before the move: " + told(before));
      move.makeTables();
      EngineReading.makeTables(move.target());
      DatabaseMove.Moved moved = move.copy();
      History.Found after = after(context, move, before, moved);
      move.finish();
      out.println("The sealed history holds after the move:  " + told(after));
      out.printf(
          Locale.ROOT,
          "moved tables=%d rows=%d megabytes=%.1f seconds=%.1f%n",
          moved.rows().size(),
          moved.allRows(),
          moved.bytes() / MEGABYTE,
          (System.nanoTime() - began) / 1e9);
      tellWhatIsNext(context.getBean(TouchstoneSettings.class), goal, out);
    }
  }

  private static DatabaseMove.Goal goal(Environment settings) {
    String url = settings.getProperty(URL, "");
    if (url.isBlank()) {
      throw new StartRefused(
          "It is not said where to.",
          "Add " + TO + " jdbc:postgresql://host:5432/database, or set TOUCHSTONE_DATABASE_URL.");
    }
    String user = settings.getProperty("spring.datasource.username", "");
    String password = settings.getProperty("spring.datasource.password", "");
    String owner = settings.getProperty("spring.flyway.user", "");
    return owner.isBlank()
        ? new DatabaseMove.Goal(url, user, password, user, password)
        : new DatabaseMove.Goal(
            url, user, password, owner, settings.getProperty("spring.flyway.password", ""));
  }

  private static History.Found before(ConfigurableApplicationContext context, DatabaseMove move) {
    try (HistoryReader reader = new HistoryReader(context, move.source())) {
      History.Found found = reader.check();
      refuseBroken(HistoryReader.broken(found), "of the embedded database does not hold");
      return found;
    }
  }

  private static History.Found after(
      ConfigurableApplicationContext context,
      DatabaseMove move,
      History.Found before,
      DatabaseMove.Moved moved) {
    try (HistoryReader reader = new HistoryReader(context, move.target())) {
      History.Found found = reader.check();
      refuseBroken(HistoryReader.broken(found), "does not hold in the target");
      if (!found.equals(before)) {
        refuseBroken(Optional.of(told(found)), "is another one in the target");
      }
      reader.record(
          "database_moved",
          "database",
          Map.of("tables", moved.rows().size(), "rows", moved.allRows(), "bytes", moved.bytes()));
      return found;
    }
  }

  private static void refuseBroken(Optional<String> sentence, String where) {
    if (sentence.isPresent()) {
      throw new StartRefused(
          "The sealed history " + where + ": " + sentence.get(),
          "Nothing was taken over. Leave the embedded database as it is, it is evidence, and let an"
              + " auditor look at it: Cockpit, Audit trail.");
    }
  }

  private static String told(History.Found found) {
    long rows = found.coverage().stream().mapToLong(Coverage::rows).sum();
    return found.chain() instanceof Intact intact
        ? "seals=%d events=%d waiting=%d rows=%d head=%s"
            .formatted(intact.seals(), intact.events(), intact.waiting(), rows, intact.head())
        : found.chain().toString();
  }

  private static void tellWhatIsNext(
      TouchstoneSettings settings, DatabaseMove.Goal goal, PrintStream out) {
    out.printf(
        """

        Every table was read back and is what the embedded database holds. From now on start with

          TOUCHSTONE_DATABASE_URL=%s
          TOUCHSTONE_DATABASE_USER=%s
        %s
        and the passwords that this command had. The files in %s stay where they are
        and belong to it, the keys among them. The embedded database in its folder postgres is as it was
        and does not start any more; remove that folder when you have the first backup of the new one.
        """,
        goal.address() + (goal.url().contains("?") ? "?... as this command had it" : ""),
        goal.user(),
        goal.owner().equals(goal.user())
            ? ""
            : "  TOUCHSTONE_DATABASE_OWNER_USER=" + goal.owner() + "\n",
        settings.data());
  }
}

package io.touchstone;

import io.touchstone.audit.OfflineVerifier;
import io.touchstone.audit.move.MoveDatabase;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts the annotation pipeline. With {@code verify-audit events.jsonl seals.jsonl} it starts
 * nothing and checks an exported audit trail instead, on any machine, without a database; with
 * {@code move-database} it brings an embedded database into an existing PostgreSQL.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Touchstone {

  public static void main(String[] arguments) {
    if (arguments.length > 0 && arguments[0].equals(OfflineVerifier.COMMAND)) {
      List<String> files = List.of(arguments).subList(1, arguments.length);
      System.exit(OfflineVerifier.run(files, System.out));
    }
    if (arguments.length > 0 && arguments[0].equals(MoveDatabase.COMMAND)) {
      List<String> settings = List.of(arguments).subList(1, arguments.length);
      System.exit(MoveDatabase.run(settings, System.out));
    }
    if (arguments.length > 0 && !arguments[0].startsWith("-")) {
      System.out.printf(
          "There is no command \"%s\". Without one Touchstone starts; config/README.md names the"
              + " others.%n",
          arguments[0]);
      System.exit(2);
    }
    // What follows is silent for seconds, and logs are not set up yet.
    System.out.println(
        "Touchstone is starting, a first time with a new database within about half a minute.");
    SpringApplication.run(Touchstone.class, arguments);
  }
}

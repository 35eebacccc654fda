package io.touchstone.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@DisplayName("An application whose embedded database is killed")
class LostDatabaseTest {

  /** Alone on the machine it is below five seconds; the tests share it. */
  private static final double END_SECONDS = 30;

  @TempDir Path folder;

  @Test
  void says_so_and_ends_for_its_service_manager_and_starts_again_as_it_was() {
    Path data = folder.resolve("data");
    Map<String, String> environment = Map.of("TOUCHSTONE_ADMIN_PASSWORD", MachineClient.PASSWORD);
    try (var application = StartedApplication.start(data, environment)) {
      application.await("ready url=");
      double before = application.seconds();

      application.databaseServer().destroyForcibly();

      assertThat(application.exitCode()).isEqualTo(1);
      System.out.printf("lost_database_end %.1f seconds%n", application.seconds() - before);
      assertThat(application.seconds() - before).isLessThan(END_SECONDS);
      assertThat(application.output()).contains("database_lost", "What was committed is kept");
    }

    try (var again = StartedApplication.start(data, environment)) {
      again.await("ready url=");
      assertThat(again.output()).doesNotContain("administrator_created", " WARN ", "\tat ");
    }
  }
}

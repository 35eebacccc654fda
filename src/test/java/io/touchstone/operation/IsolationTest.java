package io.touchstone.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged jar where there is no way out of the machine. */
@Tag("packaged")
class IsolationTest {

  @TempDir Path folder;
  private IsolatedNetwork network;

  @BeforeEach
  void a_network_that_ends_at_the_machine() throws IOException {
    network = IsolatedNetwork.in(folder);
  }

  @Test
  void the_demo_runs_to_its_end_without_an_attempt_to_leave_the_machine() throws Exception {
    Path data = folder.resolve("data");
    try (var demo =
        StartedApplication.startPackaged(
            jar(), network, data, Map.of(), "--spring.profiles.active=demo")) {
      demo.await("Worth trying next");

      System.out.printf("isolated-demo %.1f seconds%n", demo.seconds());
      assertThat(IsolatedNetwork.interfacesOf(demo.pid())).containsExactly("lo");
      assertThat(IsolatedNetwork.attemptsOf(demo.pid())).as("attempts to leave").isZero();
      assertThat(data.resolve("datasets/support-tickets/support-tickets/sha256sums.txt")).exists();
      assertThat(demo.output())
          .startsWith("Touchstone is starting")
          .contains("The demo begins")
          .doesNotContain("\tat ", " WARN ", " ERROR ");
    }
  }

  /** Without this the zero above would prove nothing. The addresses are those of RFC 5737, 3849. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(exec 3<>/dev/tcp/192.0.2.1/443)",
        "(exec 3<>/dev/tcp/2001:db8::1/443)",
        "(exec 3<>/dev/udp/192.0.2.1/53)",
        "getent ahosts telemetry.example.org"
      })
  void an_attempt_to_leave_is_counted(String attempt) throws IOException {
    IsolatedNetwork.Finished tried =
        network.run("bash", "-c", attempt + " 2>&-; " + IsolatedNetwork.COUNTERS);

    assertThat(IsolatedNetwork.attempts(tried.output())).isPositive();
  }

  @Test
  void talk_within_the_machine_is_not() throws IOException {
    IsolatedNetwork.Finished tried =
        network.run(
            "bash",
            "-c",
            "(exec 3<>/dev/tcp/127.0.0.1/9) 2>&-; (exec 3<>/dev/udp/::1/9) 2>&-; "
                + IsolatedNetwork.COUNTERS);

    assertThat(IsolatedNetwork.attempts(tried.output())).isZero();
  }

  private static Path jar() {
    Path jar = Path.of(System.getProperty("packaged.jar", "target/touchstone.jar"));
    assertThat(Files.exists(jar))
        .as("There is no packaged jar at %s: run mvn verify -Pslow, which makes it first.", jar)
        .isTrue();
    return jar.toAbsolutePath();
  }
}

package io.touchstone.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {

  @TempDir Path folder;

  @Test
  void a_misspelt_command_is_named_and_nothing_starts() {
    Path data = folder.resolve("data");
    try (var ended = StartedApplication.start(data, Map.of(), "verify-adit", "events.jsonl")) {
      assertThat(ended.exitCode()).isEqualTo(2);
      assertThat(ended.output().strip())
          .isEqualTo(
              "There is no command \"verify-adit\". Without one Touchstone starts; config/README.md"
                  + " names the others.");
      assertThat(data).doesNotExist();
    }
  }
}

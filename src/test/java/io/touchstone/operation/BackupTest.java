package io.touchstone.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.pipeline.Stage;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drill {@code drill-backup} in its short form. */
@Tag("slow")
class BackupTest {

  @TempDir Path folder;

  @Test
  void a_copied_data_folder_starts_in_another_place_and_a_batch_of_each_stage_ends_there()
      throws Exception {
    BackupAndRestore.Outcome outcome = new BackupAndRestore(folder).ofDataFolder();

    assertThat(outcome.unbroken()).as("the sealed history holds").isTrue();
    assertThat(outcome.ended()).containsExactly(Stage.values());
  }
}

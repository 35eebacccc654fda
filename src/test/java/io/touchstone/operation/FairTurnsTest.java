package io.touchstone.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small deliveries beside large ones, in an application of its own. */
@Tag("slow")
class FairTurnsTest {

  private static final int FILES = 120;

  @TempDir Path folder;

  @Test
  void five_rows_reach_the_privacy_officer_before_any_of_three_large_batches_that_came_earlier()
      throws Exception {
    try (FairTurns turns = new FairTurns(folder.resolve("data"))) {
      turns.deliverLarge(FILES);

      turns.fiveRows("small");

      assertThat(turns.largeDone()).isZero();
    }
  }
}

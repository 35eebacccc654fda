package io.touchstone.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedSetupTest {

  @TempDir Path folder;
  private Path cluster;
  private UnfinishedSetup setup;

  @BeforeEach
  void a_place_for_a_cluster() {
    cluster = folder.resolve("cluster");
    setup = new UnfinishedSetup(cluster, folder.resolve("first-start-unfinished"));
  }

  @Test
  void half_a_cluster_of_a_killed_first_start_is_removed() throws Exception {
    setup.begin();
    Files.createDirectories(cluster.resolve("base"));
    setup.begin();
    assertThat(cluster).doesNotExist();
  }

  @Test
  void a_cluster_that_has_run_once_is_never_touched() throws Exception {
    setup.begin();
    Files.createDirectories(cluster.resolve("base"));
    setup.end();
    setup.begin();
    setup.begin();
    assertThat(cluster.resolve("base")).exists();
    assertThat(folder.resolve("first-start-unfinished")).doesNotExist();
  }

  @Test
  void programs_unpacked_in_part_are_removed_and_whole_ones_stay() throws Exception {
    Path half = Files.createDirectories(folder.resolve("binaries/PG-half/bin"));
    Path whole = Files.createDirectories(folder.resolve("binaries/PG-whole/bin"));
    Files.createFile(whole.resolveSibling(".exists"));
    UnfinishedSetup.removeHalfUnpacked(folder.resolve("binaries"));
    assertThat(half.getParent()).doesNotExist();
    assertThat(whole).exists();
    UnfinishedSetup.removeHalfUnpacked(folder.resolve("none"));
  }
}

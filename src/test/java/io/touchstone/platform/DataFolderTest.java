package io.touchstone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.touchstone.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir Path folder;

  @Test
  void a_new_folder_and_its_secrets_are_the_owners_alone() throws Exception {
    DataFolder data = in(folder.resolve("new/data"));
    Path secret = data.resolve("first-run.txt");
    data.writeSecret(secret, "admin x\n");
    assertThat(permissions(data.root())).isEqualTo("rwx------");
    assertThat(permissions(secret)).isEqualTo("rw-------");
    assertThat(secret).hasContent("admin x\n");
    try (var files = Files.list(data.root())) {
      assertThat(files).containsExactly(secret);
    }
  }

  @Test
  void a_folder_that_cannot_be_written_is_refused_with_its_name_and_the_setting() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> in(file.resolve("data")))
        .withMessageContaining(file.resolve("data").toString())
        .withMessageContaining(System.getProperty("user.name"))
        .satisfies(refused -> assertThat(refused.action()).contains("TOUCHSTONE_DATA"));
  }

  @Test
  void a_held_folder_is_refused_with_the_number_of_its_holder() {
    DataFolder data = in(folder);
    try (var held = data.lock()) {
      assertThat(held.channel().isOpen()).isTrue();
      assertThatExceptionOfType(StartRefused.class)
          .isThrownBy(data::lock)
          .withMessageContaining("in use by process " + ProcessHandle.current().pid() + ".");
    }
  }

  @Test
  void a_freed_folder_can_be_taken_again() {
    DataFolder data = in(folder);
    data.lock().close();
    data.lock().close();
    assertThat(folder.resolve("touchstone.lock"))
        .hasContent(String.valueOf(ProcessHandle.current().pid()));
  }

  private static DataFolder in(Path path) {
    return new DataFolder(Settings.of("data", path));
  }

  private static String permissions(Path path) throws java.io.IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}

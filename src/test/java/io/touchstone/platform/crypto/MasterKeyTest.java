package io.touchstone.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.touchstone.platform.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {

  @TempDir Path directory;

  private final Secrets secrets =
      new Secrets() {
        @Override
        public byte[] newKey(String purpose) {
          return Hmac.of(new byte[] {1}).bytes(purpose);
        }

        @Override
        public String newPassword() {
          throw new UnsupportedOperationException();
        }
      };

  @Test
  void a_wrapped_key_is_unwrapped_for_its_purpose_only() {
    MasterKey master = MasterKey.of(secrets.newKey("master"));
    byte[] key = secrets.newKey("some");
    byte[] wrapped = master.wrap(key, "batch:a-1");
    assertThat(master.unwrap(wrapped, "batch:a-1")).isEqualTo(key);
    assertThatIllegalStateException()
        .isThrownBy(() -> master.unwrap(wrapped, "batch:a-2"))
        .withMessageContaining("batch:a-2");
    assertThatIllegalStateException()
        .isThrownBy(() -> MasterKey.of(secrets.newKey("other")).unwrap(wrapped, "batch:a-1"));
    wrapped[20] ^= 1;
    assertThatIllegalStateException().isThrownBy(() -> master.unwrap(wrapped, "batch:a-1"));
    assertThatIllegalStateException().isThrownBy(() -> master.unwrap(new byte[3], "batch:a-1"));
  }

  @Test
  void the_first_start_makes_a_file_for_the_owner_alone_and_the_next_reads_it() throws Exception {
    Path file = directory.resolve("keys/master.key");
    byte[] wrapped = new MasterKeySource("", file, secrets).load().wrap(new byte[32], "x");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(new MasterKeySource("", file, secrets).load().unwrap(wrapped, "x"))
        .isEqualTo(new byte[32]);
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void a_configured_key_leaves_the_disk_alone() {
    Path file = directory.resolve("keys/master.key");
    new MasterKeySource(Base64.getEncoder().encodeToString(new byte[32]), file, secrets).load();
    assertThat(file.getParent()).doesNotExist();
  }

  @Test
  void a_wrong_key_is_refused_with_a_sentence_that_does_not_quote_it() throws Exception {
    Path file = directory.resolve("master.key");
    Files.writeString(file, "c2hvcnQ=");
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> new MasterKeySource("", file, secrets).load())
        .withMessageContaining(file.toString())
        .withMessageNotContaining("c2hvcnQ")
        .satisfies(refused -> assertThat(refused.action()).contains("openssl rand -base64 32"));
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> new MasterKeySource("no base64!", file, secrets).load())
        .withMessageStartingWith("The setting touchstone.master-key")
        .withMessageNotContaining("no base64");
  }

  @Test
  void an_unreadable_place_is_refused_with_a_sentence() throws Exception {
    Path blocked = Files.createFile(directory.resolve("blocked"));
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> new MasterKeySource("", blocked.resolve("master.key"), secrets).load())
        .withMessageContaining("can be neither read nor made")
        .satisfies(refused -> assertThat(refused.action()).contains("TOUCHSTONE_MASTER_KEY"));
  }
}

package io.touchstone.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.store.EncryptedObjects.Address;
import io.touchstone.platform.store.EncryptedObjects.DamagedObject;
import io.touchstone.platform.store.EncryptedObjects.Written;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptedObjectsTest {

  private static final int SEGMENT = EncryptedObjects.SEGMENT_BYTES;
  private static final int SEALED = EncryptedObjects.SEALED_BYTES;
  private static final int HEADER = EncryptedObjects.HEADER_BYTES;

  @TempDir Path directory;
  private final byte[] dataKey = new byte[32];
  private final byte[] digestKey = new byte[32];
  private final Address address = new Address("batch-1", "1");
  private DirectoryStore store;
  private EncryptedObjects objects;

  @BeforeEach
  void keys() {
    Random random = new Random(1);
    random.nextBytes(dataKey);
    random.nextBytes(digestKey);
    store = new DirectoryStore(directory);
    objects = new EncryptedObjects(store);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 2 * SEGMENT, 3 * SEGMENT + 17})
  void what_was_written_is_read_from_any_byte_on(int length) throws Exception {
    byte[] plain = content(length);
    Written written = write(plain);
    assertThat(written.bytes()).isEqualTo(length);
    assertThat(written.digest()).isEqualTo(hmacSha256(plain));
    for (int from : new int[] {0, 1, SEGMENT - 1, SEGMENT, SEGMENT + 1, length / 2, length}) {
      if (from <= length) {
        assertThat(read(address, from)).isEqualTo(Arrays.copyOfRange(plain, from, length));
      }
    }
  }

  @Test
  void a_cut_at_any_place_is_found() throws Exception {
    write(content(2 * SEGMENT + 100));
    byte[] whole = Files.readAllBytes(file());
    int[] lengths = {
      0,
      5,
      HEADER,
      HEADER + 16,
      HEADER + SEALED,
      HEADER + 2 * SEALED,
      HEADER + 2 * SEALED + 10,
      whole.length - 1
    };
    for (int length : lengths) {
      Files.write(file(), Arrays.copyOf(whole, length));
      assertDamaged(address, 0);
    }
  }

  @Test
  void an_appended_byte_or_segment_is_found() throws Exception {
    write(content(2 * SEGMENT));
    byte[] whole = Files.readAllBytes(file());
    Files.write(file(), Arrays.copyOf(whole, whole.length + 1));
    assertDamaged(address, 0);
    byte[] repeated = Arrays.copyOf(whole, whole.length + SEALED);
    System.arraycopy(whole, HEADER + SEALED, repeated, whole.length, SEALED);
    Files.write(file(), repeated);
    assertDamaged(address, 0);
  }

  @Test
  void a_flipped_bit_is_found_wherever_it_is() throws Exception {
    write(content(SEGMENT + 100));
    byte[] whole = Files.readAllBytes(file());
    int[] places = {
      0, 4, 40, HEADER - 1, HEADER, HEADER + SEALED - 1, HEADER + SEALED, whole.length - 1
    };
    for (int place : places) {
      byte[] flipped = whole.clone();
      flipped[place] ^= 1;
      Files.write(file(), flipped);
      assertDamaged(address, 0);
    }
  }

  @Test
  void swapped_segments_are_found() throws Exception {
    write(content(3 * SEGMENT));
    byte[] whole = Files.readAllBytes(file());
    byte[] swapped = whole.clone();
    System.arraycopy(whole, HEADER, swapped, HEADER + SEALED, SEALED);
    System.arraycopy(whole, HEADER + SEALED, swapped, HEADER, SEALED);
    Files.write(file(), swapped);
    assertDamaged(address, 0);
  }

  @Test
  void an_object_of_another_batch_is_found() throws Exception {
    write(content(10));
    Files.createDirectories(directory.resolve("batch-2"));
    Files.copy(file(), directory.resolve("batch-2/1"));
    assertDamaged(new Address("batch-2", "1"), 0);
  }

  @Test
  void nothing_of_the_content_and_no_unfinished_file_is_on_disk() throws Exception {
    byte[] plain = "jane.doe@example.org ".repeat(5000).getBytes(StandardCharsets.UTF_8);
    write(plain);
    assertThat(new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1))
        .doesNotContain("jane.doe");
    assertThat(files()).containsExactly("batch-1/1");
  }

  @Test
  void the_same_content_twice_gives_different_bytes() throws Exception {
    write(content(100));
    byte[] first = Files.readAllBytes(file());
    write(content(100));
    assertThat(Files.readAllBytes(file())).isNotEqualTo(first);
  }

  @Test
  void an_upload_that_breaks_off_leaves_nothing() {
    InputStream breaking =
        new InputStream() {
          private int left = 3 * SEGMENT;

          @Override
          public int read() throws IOException {
            if (left-- == 0) {
              throw new IOException("connection reset");
            }
            return 'x';
          }
        };
    assertThatThrownBy(() -> objects.write(address, dataKey, Hmac.of(digestKey), breaking))
        .isInstanceOf(IOException.class);
    assertThat(files()).isEmpty();
  }

  @Test
  void old_objects_and_unfinished_files_are_listed_and_removed() throws Exception {
    write(content(10));
    objects.write(
        new Address("batch-1", "2"), dataKey, Hmac.of(digestKey), InputStream.nullInputStream());
    Path unfinished = Files.createFile(directory.resolve("batch-1/.unfinished-17"));
    Instant noon = Instant.parse("2030-01-01T12:00:00Z");
    Files.setLastModifiedTime(file(), FileTime.from(noon.minusSeconds(60)));
    Files.setLastModifiedTime(unfinished, FileTime.from(noon.minusSeconds(60)));
    Files.setLastModifiedTime(directory.resolve("batch-1/2"), FileTime.from(noon.plusSeconds(60)));
    List<String> old = new ArrayList<>();
    store.visitWrittenBefore(noon, old::add);
    assertThat(old).containsExactly("batch-1/1");
    store.removeUnfinished(noon);
    store.delete("batch-1/1");
    assertThat(files()).containsExactly("batch-1/2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "a/../b", "/etc", "a//b", "a/", "A", ".hidden", "a\\b"})
  void a_key_cannot_leave_the_directory(String key) {
    assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> store.size(key));
  }

  private Written write(byte[] plain) throws IOException {
    return objects.write(address, dataKey, Hmac.of(digestKey), new ByteArrayInputStream(plain));
  }

  private byte[] read(Address from, long offset) throws IOException {
    try (InputStream in = objects.open(from, dataKey, offset)) {
      return in.readAllBytes();
    }
  }

  private void assertDamaged(Address from, long offset) {
    assertThatExceptionOfType(DamagedObject.class)
        .isThrownBy(() -> read(from, offset))
        .withMessageContaining(from.key());
  }

  private static byte[] content(int length) {
    byte[] plain = new byte[length];
    new Random(length).nextBytes(plain);
    return plain;
  }

  /** By the JDK alone. */
  private String hmacSha256(byte[] plain) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(digestKey, "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(plain));
  }

  private Path file() {
    return directory.resolve("batch-1/1");
  }

  private List<String> files() {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> directory.relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

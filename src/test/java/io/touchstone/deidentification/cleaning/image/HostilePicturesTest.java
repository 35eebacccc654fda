package io.touchstone.deidentification.cleaning.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.Cleaning.Quarantined;
import io.touchstone.deidentification.cleaning.LiteralTools;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Quarantine;
import io.touchstone.deidentification.cleaning.image.face.Obfuscation;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Whatever is sent, it is cleaned or kept from everybody; nothing is thrown and nothing hangs. */
class HostilePicturesTest {

  private static final int MUTATIONS = 40;

  private final ImageCleaner cleaner = new ImageCleaner(Obfuscation.FILL);

  @Test
  void a_picture_that_says_it_is_huge_is_refused_before_its_pixels_are_read() {
    Map<ObjectType, byte[]> bombs = new TreeMap<>();
    bombs.put(ObjectType.PNG, hugePng());
    byte[] gif = small().get(ObjectType.GIF);
    // Logical screen and picture, two bytes each, little end first (GIF89a, sections 18 and 20).
    int descriptor = 13 + 3 * 256;
    while (gif[descriptor] != 0x2c) {
      descriptor++;
    }
    ByteBuffer.wrap(gif).putInt(descriptor + 5, 0xffffffff);
    bombs.put(ObjectType.GIF, gif);
    byte[] jpeg = small().get(ObjectType.JPEG);
    for (int i = 0; i < jpeg.length - 1; i++) {
      if (jpeg[i] == (byte) 0xff && jpeg[i + 1] == (byte) 0xc0) {
        ByteBuffer.wrap(jpeg).putInt(i + 5, 0x7fff7fff);
      }
    }
    bombs.put(ObjectType.JPEG, jpeg);

    bombs.forEach(
        (type, bomb) ->
            assertThat(reason(clean(bomb, type)))
                .as(type.name())
                .isEqualTo(Quarantine.TOO_MANY_PIXELS));
  }

  @Test
  void pages_that_are_too_many_together_are_refused() {
    // 1,501 frames count as .2 megapixels each, which is more than 300 together.
    byte[] gif =
        Portraits.sequence(
            java.util.Collections.nCopies(
                1501, Portraits.plain(1, 1, BufferedImage.TYPE_BYTE_INDEXED)),
            "gif");

    assertThat(reason(clean(gif, ObjectType.GIF))).isEqualTo(Quarantine.TOO_MANY_PIXELS);
  }

  @Test
  void a_cut_file_is_kept_from_everybody() {
    small()
        .forEach(
            (type, object) -> {
              for (int part = 0; part < 8; part++) {
                byte[] cut = Arrays.copyOf(object, object.length * part / 8);
                assertThat(clean(cut, type))
                    .as(type + " cut at " + cut.length)
                    .isInstanceOf(Quarantined.class);
              }
            });
  }

  @Test
  void a_changed_byte_harms_nobody() {
    Random random = new Random(27);
    small()
        .forEach(
            (type, object) -> {
              for (int i = 0; i < MUTATIONS; i++) {
                byte[] mutated = object.clone();
                for (int change = random.nextInt(4); change >= 0; change--) {
                  // Half of the changes hit the head, where the structure is.
                  int most = random.nextBoolean() ? Math.min(200, object.length) : object.length;
                  mutated[random.nextInt(most)] = (byte) random.nextInt();
                }
                assertThat(clean(mutated, type)).isNotNull();
              }
            });
  }

  @Test
  void other_kinds_and_nothing_at_all_are_unreadable() {
    for (ObjectType type : cleaner.types()) {
      for (byte[] object :
          List.of(new byte[0], new byte[5000], "hello".getBytes(StandardCharsets.UTF_8))) {
        assertThat(reason(clean(object, type))).isEqualTo(Quarantine.UNREADABLE);
      }
    }
  }

  private Cleaning clean(byte[] object, ObjectType type) {
    return Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> cleaner.clean(object, type, new LiteralTools()));
  }

  private static Quarantine reason(Cleaning cleaning) {
    assertThat(cleaning).isInstanceOf(Quarantined.class);
    return ((Quarantined) cleaning).reason();
  }

  /** One of each kind; the JPEG and the WebP have a face. */
  private static Map<ObjectType, byte[]> small() {
    BufferedImage plain = Portraits.plain(40, 30, BufferedImage.TYPE_3BYTE_BGR);
    BufferedImage indexed = Portraits.plain(40, 30, BufferedImage.TYPE_BYTE_INDEXED);
    Map<ObjectType, byte[]> small = new TreeMap<>();
    small.put(ObjectType.JPEG, Portraits.coded(Portraits.scaled(64), "jpg"));
    small.put(ObjectType.PNG, Portraits.coded(plain, "png"));
    small.put(ObjectType.GIF, Portraits.sequence(List.of(indexed, indexed), "gif"));
    small.put(ObjectType.TIFF, Portraits.sequence(List.of(plain, plain), "tiff"));
    small.put(ObjectType.WEBP, Portraits.bytes("astronaut-second.webp"));
    return small;
  }

  /** A sound head of 60,000 x 60,000 pixels with no pixels behind it. */
  private static byte[] hugePng() {
    ByteBuffer png = ByteBuffer.allocate(8 + 25 + 12);
    png.putLong(0x89504e470d0a1a0aL);
    byte[] head =
        ByteBuffer.allocate(17)
            .put("IHDR".getBytes(StandardCharsets.US_ASCII))
            .putInt(60_000)
            .putInt(60_000)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    CRC32 sum = new CRC32();
    sum.update(head);
    png.putInt(13).put(head).putInt((int) sum.getValue());
    return png.array();
  }
}

package io.touchstone.deidentification.cleaning.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.Cleaning.Cleaned;
import io.touchstone.deidentification.cleaning.Cleaning.Quarantined;
import io.touchstone.deidentification.cleaning.LiteralTools;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Quarantine;
import io.touchstone.deidentification.cleaning.image.face.Obfuscation;
import io.touchstone.deidentification.cleaning.metadata.Samples;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** Faces go from pictures of all kinds, and whatever is no face stays. */
class ImageCleanerTest {

  private static final int BLACK = 0xff000000;

  private final ImageCleaner cleaner = new ImageCleaner(Obfuscation.FILL);

  @Test
  void a_face_in_a_png_becomes_black_and_nothing_else_changes() {
    BufferedImage before = Portraits.picture(640, 480, BufferedImage.TYPE_3BYTE_BGR, 200, 100);

    Cleaned cleaned = cleaned(Portraits.coded(before, "png"), ObjectType.PNG);

    assertThat(cleaned.removed()).containsEntry("face", 1);
    BufferedImage after = Portraits.decoded(cleaned.object());
    Rectangle face = Portraits.face(200, 100);
    assertCovered(after, Portraits.core(face));
    Rectangle most = new Rectangle(face);
    most.grow(face.width / 2, face.height / 2);
    for (int y = 0; y < 480; y++) {
      for (int x = 0; x < 640; x++) {
        if (!most.contains(x, y)) {
          assertThat(after.getRGB(x, y)).isEqualTo(before.getRGB(x, y));
        }
      }
    }
  }

  @Test
  void a_picture_without_a_face_keeps_its_pixels_as_they_are_coded() {
    BufferedImage plain = Portraits.plain(300, 200, BufferedImage.TYPE_3BYTE_BGR);
    for (ObjectType type : List.of(ObjectType.PNG, ObjectType.JPEG, ObjectType.GIF)) {
      byte[] object = Portraits.coded(plain, type.extension());

      Cleaned cleaned = cleaned(object, type);

      // The head of a JPEG is written anew, everything behind it copied.
      int head = 20;
      assertThat(
              Arrays.equals(
                  cleaned.object(), head, cleaned.object().length, object, head, object.length))
          .isTrue();
      assertThat(cleaned.removed()).isEmpty();
      assertThat(cleaned.doubtful()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_USHORT_GRAY,
        BufferedImage.TYPE_BYTE_INDEXED
      })
  void depth_and_colours_of_a_png_do_not_save_a_face(int kind) {
    byte[] object = Portraits.coded(Portraits.picture(400, 300, kind, 50, 0), "png");

    Cleaned cleaned = cleaned(object, ObjectType.PNG);

    BufferedImage after = Portraits.decoded(cleaned.object());
    assertThat(after.getColorModel().getPixelSize())
        .isEqualTo(Portraits.decoded(object).getColorModel().getPixelSize());
    assertCovered(after, Portraits.core(Portraits.face(50, 0)));
  }

  @Test
  void a_face_hidden_by_transparency_goes_from_the_colours_beneath() {
    BufferedImage image = Portraits.picture(400, 300, BufferedImage.TYPE_INT_ARGB, 50, 0);
    for (int y = 0; y < 300; y++) {
      for (int x = 0; x < 400; x++) {
        image.setRGB(x, y, image.getRGB(x, y) & 0xffffff);
      }
    }

    Cleaned cleaned = cleaned(Portraits.coded(image, "png"), ObjectType.PNG);

    assertThat(cleaned.removed()).containsEntry("face", 1);
    assertCovered(Portraits.decoded(cleaned.object()), Portraits.core(Portraits.face(50, 0)));
  }

  @Test
  void a_face_in_a_jpeg_goes_and_a_second_look_finds_none() {
    for (Obfuscation how : Obfuscation.values()) {
      byte[] object = Portraits.bytes("admiral.jpg");
      ImageCleaner chosen = new ImageCleaner(how);

      Cleaned once = (Cleaned) chosen.clean(object, ObjectType.JPEG, new LiteralTools());
      Cleaned twice = (Cleaned) chosen.clean(once.object(), ObjectType.JPEG, new LiteralTools());

      assertThat(once.removed()).containsEntry("face", 1);
      assertThat(twice.removed()).doesNotContainKey("face");
      assertThat(((Cleaned) chosen.clean(object, ObjectType.JPEG, new LiteralTools())).object())
          .as("the same object gives the same bytes")
          .isEqualTo(once.object());
    }
  }

  @Test
  void noise_leaves_less_of_the_face_than_mean_colours_do() {
    BufferedImage before = Portraits.picture(400, 300, BufferedImage.TYPE_3BYTE_BGR, 50, 0);
    byte[] object = Portraits.coded(before, "png");

    Cleaned cleaned =
        (Cleaned)
            new ImageCleaner(Obfuscation.NOISE).clean(object, ObjectType.PNG, new LiteralTools());

    BufferedImage after = Portraits.decoded(cleaned.object());
    Rectangle core = Portraits.core(Portraits.face(50, 0));
    double sum = 0;
    for (int y = core.y; y < core.y + core.height; y++) {
      for (int x = core.x; x + 1 < core.x + core.width; x++) {
        sum += Math.abs((after.getRGB(x, y) & 255) - (after.getRGB(x + 1, y) & 255));
      }
    }
    // Two neighbours with independent normal noise of deviation s differ by 2 s / sqrt(pi) on
    // average: 68 for s = 60, less what is cut off at black and white.
    assertThat(sum / (core.height * (core.width - 1))).isBetween(45., 70.);
  }

  @Test
  void a_photo_taken_sideways_is_turned_upright_when_its_face_goes() {
    BufferedImage upright = Portraits.picture(400, 300, BufferedImage.TYPE_3BYTE_BGR, 50, 0);
    // Stored turned to the left, as a camera that was held so does; viewers turn it right (6).
    BufferedImage stored = new BufferedImage(300, 400, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < 300; y++) {
      for (int x = 0; x < 400; x++) {
        stored.setRGB(y, 399 - x, upright.getRGB(x, y));
      }
    }
    byte[] object = withOrientation(Portraits.coded(stored, "jpg"), 6);

    Cleaned cleaned = cleaned(object, ObjectType.JPEG);

    BufferedImage after = Portraits.decoded(cleaned.object());
    assertThat(after.getWidth()).isEqualTo(400);
    assertThat(after.getHeight()).isEqualTo(300);
    assertCovered(after, Portraits.core(Portraits.face(50, 0)));
    assertThat(new String(cleaned.object(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
  }

  @Test
  void a_photo_without_a_face_still_says_how_it_is_turned() {
    byte[] jpeg = Portraits.coded(Portraits.plain(300, 200, BufferedImage.TYPE_3BYTE_BGR), "jpg");

    Cleaned cleaned = cleaned(withOrientation(jpeg, 8), ObjectType.JPEG);

    assertThat(new String(cleaned.object(), StandardCharsets.ISO_8859_1)).contains("Exif");
  }

  @Test
  void a_face_in_one_frame_of_a_gif_goes_from_all_and_the_delays_stay() throws IOException {
    byte[] object =
        Portraits.sequence(
            List.of(
                Portraits.plain(400, 300, BufferedImage.TYPE_BYTE_INDEXED),
                Portraits.picture(400, 300, BufferedImage.TYPE_BYTE_INDEXED, 50, 0),
                Portraits.plain(400, 300, BufferedImage.TYPE_BYTE_INDEXED)),
            "gif");

    Cleaned cleaned = cleaned(object, ObjectType.GIF);

    assertThat(cleaned.removed()).containsEntry("face", 1);
    ImageReader reader = reader(cleaned.object(), "gif");
    assertThat(reader.getNumImages(true)).isEqualTo(3);
    for (int frame = 0; frame < 3; frame++) {
      assertCovered(reader.read(frame), Portraits.core(Portraits.face(50, 0)));
      assertThat(
              ((Element) reader.getImageMetadata(frame).getAsTree("javax_imageio_gif_image_1.0"))
                  .getElementsByTagName("GraphicControlExtension")
                  .item(0)
                  .getAttributes()
                  .getNamedItem("delayTime")
                  .getNodeValue())
          .isEqualTo("7");
    }
  }

  @Test
  void a_face_on_one_page_of_a_scan_goes_and_the_other_page_stays() throws IOException {
    BufferedImage plain = Portraits.plain(400, 300, BufferedImage.TYPE_3BYTE_BGR);
    byte[] object =
        Portraits.sequence(
            List.of(plain, Portraits.picture(400, 300, BufferedImage.TYPE_3BYTE_BGR, 50, 0)),
            "tiff");

    Cleaned cleaned = cleaned(object, ObjectType.TIFF);

    assertThat(cleaned.removed()).containsEntry("face", 1);
    ImageReader reader = reader(cleaned.object(), "tiff");
    assertThat(reader.getNumImages(true)).isEqualTo(2);
    assertThat(reader.read(0).getRGB(0, 0, 400, 300, null, 0, 400))
        .isEqualTo(plain.getRGB(0, 0, 400, 300, null, 0, 400));
    assertCovered(reader.read(1), Portraits.core(Portraits.face(50, 0)));
  }

  @Test
  void a_webp_with_a_face_becomes_a_png_without() {
    Cleaned cleaned = cleaned(Portraits.bytes("astronaut.webp"), ObjectType.WEBP);

    assertThat(cleaned.type()).isEqualTo(ObjectType.PNG);
    Rectangle face = Portraits.face(0, 0);
    // The portrait of 300 pixels is 200 wide here.
    assertCovered(
        Portraits.decoded(cleaned.object()),
        Portraits.core(
            new Rectangle(
                face.x * 2 / 3, face.y * 2 / 3, face.width * 2 / 3, face.height * 2 / 3)));
  }

  @Test
  void an_animation_that_cannot_be_written_is_kept_from_everybody_if_any_frame_has_a_face() {
    Cleaning webp = clean(Portraits.bytes("astronaut-second.webp"), ObjectType.WEBP);
    Cleaning png =
        clean(
            animatedPng(
                Portraits.plain(300, 300, BufferedImage.TYPE_3BYTE_BGR),
                Portraits.decoded(Portraits.bytes("astronaut.jpg"))),
            ObjectType.PNG);

    for (Cleaning cleaning : List.of(webp, png)) {
      assertThat(((Quarantined) cleaning).reason()).isEqualTo(Quarantine.UNSUPPORTED_TYPE);
    }
  }

  @Test
  void an_animated_png_without_a_face_keeps_its_bytes() {
    byte[] object =
        animatedPng(
            Portraits.plain(300, 300, BufferedImage.TYPE_3BYTE_BGR),
            Portraits.plain(300, 300, BufferedImage.TYPE_3BYTE_BGR));

    assertThat(cleaned(object, ObjectType.PNG).object()).isEqualTo(object);
  }

  @Test
  void metadata_is_gone_and_what_is_left_is_read_back() throws IOException {
    byte[] jpeg = Portraits.coded(Portraits.plain(300, 200, BufferedImage.TYPE_3BYTE_BGR), "jpg");
    byte[] comment = "Jane Miller at home".getBytes(StandardCharsets.US_ASCII);
    byte[] object = new byte[jpeg.length + comment.length + 4];
    ByteBuffer.wrap(object)
        .put(jpeg, 0, 2)
        .putShort((short) 0xfffe)
        .putShort((short) (comment.length + 2))
        .put(comment)
        .put(jpeg, 2, jpeg.length - 2);

    Cleaned cleaned = cleaned(object, ObjectType.JPEG);

    assertThat(cleaned.removed()).containsEntry("comment", 1);
    assertThat(cleaner.readBack(object, ObjectType.JPEG)).contains("Jane Miller at home");
    assertThat(cleaner.readBack(cleaned.object(), ObjectType.JPEG)).isEmpty();
  }

  @Test
  void no_pixel_reaches_a_temporary_file() {
    cleaned(Samples.tiff(2, "JPEG"), ObjectType.TIFF);

    assertThat(ImageIO.getUseCache())
        .as("decoders of what is embedded in a TIFF open streams of their own")
        .isFalse();
  }

  @Test
  void without_the_detector_no_picture_passes() {
    ImageCleaner blind = new ImageCleaner(Obfuscation.FILL, () -> false);

    Cleaning cleaning =
        blind.clean(Portraits.bytes("admiral.jpg"), ObjectType.JPEG, new LiteralTools());

    assertThat(((Quarantined) cleaning).reason()).isEqualTo(Quarantine.CLEANER_MISSING);
  }

  private Cleaning clean(byte[] object, ObjectType type) {
    return cleaner.clean(object, type, new LiteralTools());
  }

  private Cleaned cleaned(byte[] object, ObjectType type) {
    Cleaning cleaning = clean(object, type);
    assertThat(cleaning).isInstanceOf(Cleaned.class);
    return (Cleaned) cleaning;
  }

  private static void assertCovered(BufferedImage image, Rectangle area) {
    for (int y = area.y; y < area.y + area.height; y++) {
      for (int x = area.x; x < area.x + area.width; x++) {
        assertThat(image.getRGB(x, y)).isEqualTo(BLACK);
      }
    }
  }

  private static ImageReader reader(byte[] object, String format) {
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(object)));
    return reader;
  }

  /** A JPEG with an EXIF block of one tag (EXIF 2.32, tag 274) behind its beginning. */
  private static byte[] withOrientation(byte[] jpeg, int orientation) {
    ByteBuffer object = ByteBuffer.allocate(jpeg.length + 36);
    object.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) 34);
    object.put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1});
    object.putShort((short) 274).putShort((short) 3).putInt(1);
    object.putShort((short) orientation).putShort((short) 0).putInt(0);
    return object.put(jpeg, 2, jpeg.length - 2).array();
  }

  /** Two frames of the same size and kind; the first is the picture for other viewers. */
  private static byte[] animatedPng(BufferedImage first, BufferedImage second) {
    byte[] one = Portraits.coded(first, "png");
    ByteBuffer png = ByteBuffer.allocate(2_000_000);
    png.put(one, 0, 33);
    chunk(png, "acTL", ByteBuffer.allocate(8).putInt(2).putInt(0).array());
    chunk(png, "fcTL", control(0, first));
    chunk(png, "IDAT", data(one));
    chunk(png, "fcTL", control(1, second));
    byte[] pixels = data(Portraits.coded(second, "png"));
    chunk(png, "fdAT", ByteBuffer.allocate(4 + pixels.length).putInt(2).put(pixels).array());
    chunk(png, "IEND", new byte[0]);
    return Arrays.copyOf(png.array(), png.position());
  }

  private static byte[] control(int number, BufferedImage frame) {
    ByteBuffer control = ByteBuffer.allocate(26).putInt(number);
    control.putInt(frame.getWidth()).putInt(frame.getHeight()).putInt(0).putInt(0);
    return control.putShort((short) 1).putShort((short) 10).array();
  }

  private static byte[] data(byte[] png) {
    ByteBuffer chunks = ByteBuffer.wrap(png).position(8);
    ByteBuffer data = ByteBuffer.allocate(png.length);
    while (chunks.hasRemaining()) {
      byte[] content = new byte[chunks.getInt()];
      boolean pixels = chunks.getInt() == 0x49444154;
      chunks.get(content).getInt();
      if (pixels) {
        data.put(content);
      }
    }
    return Arrays.copyOf(data.array(), data.position());
  }

  private static void chunk(ByteBuffer png, String name, byte[] content) {
    CRC32 sum = new CRC32();
    byte[] title = name.getBytes(StandardCharsets.US_ASCII);
    sum.update(title);
    sum.update(content);
    png.putInt(content.length).put(title).put(content).putInt((int) sum.getValue());
  }
}

package io.touchstone.deidentification.cleaning.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import io.touchstone.deidentification.cleaning.ObjectType;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a viewer or player needs stays, as other readers of the formats see it. */
class WhatStaysTest {

  private static final byte[] NOTE = "Somebody was here".getBytes();

  static Stream<Arguments> turned() {
    byte[] exif = Profiles.exif(315, NOTE);
    byte[] block = new Sink(false, 64).ascii("Exif").u16(0).put(exif).toBytes();
    byte[] segment = new Sink(false, 64).u16(0xffe1).u16(block.length + 2).put(block).toBytes();
    byte[] png = Samples.png(BufferedImage.TYPE_INT_RGB, false);
    return Stream.of(
        Arguments.of(ObjectType.JPEG, JpegCanaryFiles.inserted(Samples.jpeg(false), 2, segment)),
        Arguments.of(
            ObjectType.PNG, JpegCanaryFiles.inserted(png, 33, PngCanaryFiles.chunk("eXIf", exif))),
        Arguments.of(
            ObjectType.TIFF,
            new TiffFile(false)
                .page(1, TiffFile.pixels())
                .numbers(3, Map.of(274, 6))
                .tag(315, 2, NOTE)
                .bytes()),
        Arguments.of(ObjectType.WEBP, WebpCanaryFiles.withExif(exif)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("turned")
  void a_turned_picture_stays_turned_and_loses_its_author(ObjectType type, byte[] object)
      throws Exception {
    assertThat(tags(object)).contains("Orientation=6").anyMatch(tag -> tag.startsWith("Artist="));

    byte[] stripped = strip(type, object);

    assertThat(tags(stripped))
        .contains("Orientation=6")
        .noneMatch(tag -> tag.startsWith("Artist="));
  }

  @Test
  void an_upright_picture_has_no_exif_at_all() throws Exception {
    byte[] stripped = strip(ObjectType.JPEG, Samples.jpeg(false));

    assertThat(
            ImageMetadataReader.readMetadata(new ByteArrayInputStream(stripped)).getDirectories())
        .extracting(Directory::getName)
        .doesNotContain("Exif IFD0");
  }

  /** Names and numbers of EXIF. */
  private static List<String> tags(byte[] object) throws ImageProcessingException, IOException {
    List<String> tags = new ArrayList<>();
    Metadata all = ImageMetadataReader.readMetadata(new ByteArrayInputStream(object));
    for (Directory directory : all.getDirectories()) {
      for (Tag tag : directory.getTags()) {
        tags.add(tag.getTagName() + "=" + directory.getObject(tag.getTagType()));
      }
    }
    return tags;
  }

  @Test
  void a_profile_without_words_gives_the_same_colours() throws IOException {
    byte[] named = Profiles.with("desc", "desc", NOTE);

    byte[] clean = ColourProfile.withoutText(named).orElseThrow();

    ICC_ColorSpace before = new ICC_ColorSpace(ICC_Profile.getInstance(Profiles.plain()));
    ICC_ColorSpace after = new ICC_ColorSpace(ICC_Profile.getInstance(clean));
    Random random = new Random(3);
    for (int i = 0; i < 500; i++) {
      float[] colour = {random.nextFloat(), random.nextFloat(), random.nextFloat()};
      assertThat(after.toCIEXYZ(colour)).isEqualTo(before.toCIEXYZ(colour));
    }
    assertThat(new String(clean)).doesNotContain("Somebody", "IEC", "HP", "Copyright");
    assertThat(HexFormat.of().formatHex(clean, 24, 36)).isEqualTo("0".repeat(24));
  }

  @ParameterizedTest
  @ValueSource(ints = {ColorSpace.CS_GRAY, ColorSpace.CS_LINEAR_RGB, ColorSpace.CS_CIEXYZ})
  void other_profiles_are_read_after_cleaning_as_before(int space) {
    byte[] plain = ICC_Profile.getInstance(space).getData();

    byte[] clean = ColourProfile.withoutText(plain).orElseThrow();

    ICC_Profile after = ICC_Profile.getInstance(clean);
    assertThat(after.getNumComponents())
        .isEqualTo(ICC_Profile.getInstance(space).getNumComponents());
    assertThat(ColourProfile.withoutText(clean)).hasValue(clean);
  }

  @Test
  void a_picture_that_says_how_its_colours_are_coded_still_does() throws IOException {
    // Three components that Adobe's mark says are red, green and blue: without it they would be
    // read as brightness and two colours.
    byte[] adobe = HexFormat.of().parseHex("ffee000e41646f626500640000000000");
    byte[] jpeg = Samples.jpeg(false);
    byte[] plain = JpegCanaryFiles.inserted(jpeg, 20, adobe);

    byte[] stripped = strip(ObjectType.JPEG, plain);

    assertThat(HexFormat.of().formatHex(stripped)).contains("ffee000e41646f626500640000000000");
  }

  @Test
  void an_animation_goes_round_as_often_as_before() throws IOException {
    byte[] gif = Samples.gif(3);
    byte[] loop = HexFormat.of().parseHex("21ff0b4e45545343415045322e300301070000");
    byte[] looping = JpegCanaryFiles.inserted(gif, gif.length - 1, loop);

    byte[] stripped = strip(ObjectType.GIF, looping);

    assertThat(HexFormat.of().formatHex(stripped))
        .contains("21ff0b4e45545343415045322e300301070000");
  }

  @Test
  void a_frame_of_a_moving_png_stays_byte_by_byte() throws IOException {
    byte[] moving = PngCanaryFiles.animated(new byte[0]);

    assertThat(strip(ObjectType.PNG, moving)).isEqualTo(moving);
  }

  @Test
  void sound_is_the_same_sample_by_sample() throws Exception {
    byte[] noted = RecordingCanaryFiles.wav("LIST", "INFOIART".getBytes(), NOTE);

    byte[] stripped = strip(ObjectType.WAV, noted);

    assertThat(samples(stripped)).isEqualTo(samples(noted)).hasSize(8_000);
    assertThat(stripped).hasSize(44 + 8_000);
  }

  @Test
  void a_recording_whose_whole_length_is_wrong_is_the_same_too() throws Exception {
    byte[] noted = RecordingCanaryFiles.wav("LIST", "INFOIART".getBytes(), NOTE);
    byte[] wrong = noted.clone();
    wrong[4] ^= 0x10;

    assertThat(strip(ObjectType.WAV, wrong)).isEqualTo(strip(ObjectType.WAV, noted));
  }

  @Test
  void a_gif_without_an_end_gets_one() throws IOException {
    byte[] gif = Samples.gif(1);

    assertThat(strip(ObjectType.GIF, Arrays.copyOf(gif, gif.length - 1)))
        .isEqualTo(strip(ObjectType.GIF, gif));
  }

  private static byte[] samples(byte[] wav) throws UnsupportedAudioFileException, IOException {
    try (AudioInputStream in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
      return in.readAllBytes();
    }
  }

  @Test
  void frames_of_sound_stay_byte_by_byte() throws IOException {
    byte[] frames = RecordingCanaryFiles.frames(20);
    for (int i = 0; i < frames.length; i++) {
      frames[i] = i % 417 < 40 ? frames[i] : (byte) (i * 31 % 251);
    }
    byte[] tagged = JpegCanaryFiles.inserted(frames, 10 * 417, NOTE);

    assertThat(strip(ObjectType.MP3, tagged)).isEqualTo(frames);
  }

  @Test
  void what_is_not_kept_is_refused() {
    byte[] big = HexFormat.of().parseHex("49492b0008000000100000000000000000000000");
    assertRefused(ObjectType.TIFF, big);
    assertRefused(ObjectType.TIFF, new TiffFile(true).page(6, TiffFile.pixels()).bytes());
    assertRefused(
        ObjectType.TIFF,
        new TiffFile(true).page(1, TiffFile.pixels()).tag(50_706, 1, new byte[4]).bytes());
    assertRefused(ObjectType.JPEG, Arrays.copyOf(Samples.jpeg(false), 700));
    assertRefused(ObjectType.WAV, "RIFF\0\0\0\0WAVEfmt ".getBytes());
    assertRefused(ObjectType.MP3, NOTE);
  }

  private static void assertRefused(ObjectType type, byte[] object) {
    assertThatThrownBy(() -> strip(type, object)).isInstanceOf(IOException.class);
  }

  private static byte[] strip(ObjectType type, byte[] object) throws IOException {
    return Strippers.of(type).orElseThrow().strip(object).object();
  }
}

package io.touchstone.deidentification.cleaning.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.cleaning.ObjectType;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A viewer sees the same before and after. */
class UntouchedPixelsTest {

  static Stream<Arguments> pictures() {
    Stream<Arguments> simple =
        Stream.of(
            Arguments.of("jpeg", ObjectType.JPEG, Samples.jpeg(false)),
            Arguments.of("jpeg progressive", ObjectType.JPEG, Samples.jpeg(true)),
            Arguments.of("jpeg grey", ObjectType.JPEG, Samples.greyJpeg()),
            Arguments.of("gif", ObjectType.GIF, Samples.gif(1)),
            Arguments.of("gif animated", ObjectType.GIF, Samples.gif(4)),
            Arguments.of("webp", ObjectType.WEBP, Samples.webp(31, 17)),
            Arguments.of("webp lossy", ObjectType.WEBP, Samples.lossyWebp()));
    Stream<Arguments> pngs =
        Stream.of(
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_USHORT_GRAY)
            .flatMap(
                kind ->
                    Stream.of(
                        Arguments.of("png " + kind, ObjectType.PNG, Samples.png(kind, false)),
                        Arguments.of(
                            "png interlaced " + kind, ObjectType.PNG, Samples.png(kind, true))));
    Stream<Arguments> tiffs =
        Stream.of("None", "LZW", "JPEG", "ZLib", "PackBits", "Deflate", "CCITT T.6")
            .map(way -> Arguments.of("tiff " + way, ObjectType.TIFF, tiff(way)));
    return Stream.of(simple, pngs, tiffs).flatMap(all -> all);
  }

  private static byte[] tiff(String compression) {
    return Samples.tiff(3, compression);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pictures")
  void pixels_are_the_same_after_stripping(String name, ObjectType type, byte[] object)
      throws IOException {
    List<List<Integer>> before = Samples.pixels(object);
    byte[] received = object.clone();

    Stripped stripped = Strippers.of(type).orElseThrow().strip(object);

    assertThat(Samples.pixels(stripped.object())).isEqualTo(before);
    assertThat(Arrays.equals(object, received)).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pictures")
  void what_is_stripped_stays_as_it_is_when_stripped_again(
      String name, ObjectType type, byte[] object) throws IOException {
    Stripper stripper = Strippers.of(type).orElseThrow();
    byte[] once = stripper.strip(object).object();

    Stripped twice = stripper.strip(once);

    assertThat(twice.object()).isEqualTo(once);
    assertThat(twice.removed()).isEqualTo(Map.of());
  }
}

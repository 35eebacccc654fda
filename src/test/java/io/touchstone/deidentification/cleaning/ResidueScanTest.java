package io.touchstone.deidentification.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A value that was to go is found wherever it is left. */
class ResidueScanTest {

  private static final List<String> VALUES =
      List.of(
          "Anna5", "Müller-Lüdenscheidt", "555-0199", "a.person+x@clinic.example", "Łukasz Żak");

  static Stream<Arguments> codings() {
    return VALUES.stream()
        .flatMap(
            value ->
                Stream.of(
                    Arguments.of("UTF-8", value, utf8(value)),
                    Arguments.of("UTF-16LE", value, value.getBytes(StandardCharsets.UTF_16LE)),
                    Arguments.of("UTF-16BE", value, value.getBytes(StandardCharsets.UTF_16BE)),
                    Arguments.of("hex", value, utf8(HexFormat.of().formatHex(utf8(value)))),
                    Arguments.of(
                        "HEX", value, utf8(HexFormat.of().withUpperCase().formatHex(utf8(value)))),
                    Arguments.of(
                        "percent", value, utf8(URLEncoder.encode(value, StandardCharsets.UTF_8))),
                    Arguments.of("Base64", value, base64("", value)),
                    Arguments.of("Base64 behind one", value, base64("?", value)),
                    Arguments.of("Base64 behind two", value, base64("~~", value))));
  }

  @Test
  void a_value_is_found_in_the_encoding_that_the_project_names() {
    Charset old = Charset.forName("windows-1250");
    String value = "\u0141ukasz \u017bak";
    byte[] plain = value.getBytes(old);
    List<byte[]> ways =
        List.of(
            plain,
            utf8(HexFormat.of().formatHex(plain)),
            utf8(URLEncoder.encode(value, old)),
            utf8(Base64.getEncoder().encodeToString(plain)));

    for (byte[] way : ways) {
      assertThat(ResidueScan.of(VALUES, Optional.of(old)).in(among(way, 3))).containsExactly(value);
      assertThat(ResidueScan.of(VALUES).in(among(way, 3))).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("codings")
  void a_value_is_found_in_every_coding_plain_and_packed(String way, String value, byte[] coded)
      throws IOException {
    byte[] object = among(coded, way.hashCode());

    ResidueScan scan = ResidueScan.of(VALUES);

    assertThat(scan.in(object)).containsExactly(value);
    assertThat(scan.in(among(deflated(object), 1))).containsExactly(value);
    assertThat(scan.in(zip("a.bin", object))).containsExactly(value);
    assertThat(scan.in(zip("a.zip", zip("b.bin", deflated(object))))).containsExactly(value);
  }

  @Test
  void a_value_is_found_across_the_lines_of_a_mail() {
    String text = "x".repeat(50) + "a.person+x@clinic.example" + "y".repeat(50);
    for (int shift = 0; shift < 76; shift++) {
      String shifted = "z".repeat(shift) + text;
      String lines = Base64.getMimeEncoder().encodeToString(shifted.getBytes());

      assertThat(ResidueScan.of(VALUES).in(utf8(lines)))
          .as("shifted by %d", shift)
          .containsExactly("a.person+x@clinic.example");
    }
  }

  @Test
  void of_a_long_value_the_beginning_is_enough() {
    String value = "The whole sentence that somebody marked as telling who it is about.";

    assertThat(ResidueScan.of(List.of(value)).in(utf8("x" + value.substring(0, 40) + "y")))
        .containsExactly(value);
    assertThat(ResidueScan.of(List.of(value)).in(utf8("x" + value.substring(0, 20) + "y")))
        .isEmpty();
  }

  @Test
  void what_a_cut_stream_still_says_is_found() throws IOException {
    byte[] whole = deflated(among(utf8("555-0199"), 3));
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 200);

    assertThat(ResidueScan.of(VALUES).in(cut)).containsExactly("555-0199");
  }

  @Test
  void nothing_is_found_in_noise() {
    byte[] noise = new byte[4 << 20];
    new Random(7).nextBytes(noise);
    List<String> values =
        IntStream.range(0, 400).mapToObj(i -> "Name" + (char) ('a' + i % 26) + i).toList();

    assertThat(ResidueScan.of(values).in(noise)).isEmpty();
    assertThat(ResidueScan.of(values).in(utf8(Base64.getEncoder().encodeToString(noise))))
        .isEmpty();
  }

  @Test
  void of_many_values_exactly_those_are_found_that_a_plain_search_finds() {
    Random random = new Random(11);
    List<String> values = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      values.add(word(random));
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append(word(random));
    }

    List<String> found = ResidueScan.of(values).in(utf8(text.toString()));

    List<String> expected = values.stream().distinct().filter(v -> text.indexOf(v) >= 0).toList();
    assertThat(expected).hasSizeBetween(100, 2_900);
    assertThat(found).containsExactlyElementsOf(expected);
  }

  /** Five to eight of four letters, so that many are parts of others. */
  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    int length = 5 + random.nextInt(4);
    for (int i = 0; i < length; i++) {
      word.append("abcd".charAt(random.nextInt(4)));
    }
    return word.toString();
  }

  @Test
  void what_unpacks_without_end_is_looked_at_within_a_limit() throws IOException {
    byte[] value = utf8("555-0199");
    byte[] long16 = new byte[16 << 20];
    System.arraycopy(value, 0, long16, 15 << 20, value.length);
    byte[] nested = deflated(zip("a", deflated(long16)));
    BytePatterns.Builder patterns = new BytePatterns.Builder();
    patterns.add(value, 0);

    assertThat(new PackedSearch(patterns.build(), 20 << 20).search(nested).get(0)).isTrue();
    assertThat(new PackedSearch(patterns.build(), 8 << 20).search(nested).get(0)).isFalse();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] base64(String before, String value) {
    return Base64.getEncoder().encode(utf8(before + value + "!!!"));
  }

  private static byte[] among(byte[] coded, int seed) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] noise = new byte[997];
    Random random = new Random(seed);
    random.nextBytes(noise);
    bytes.writeBytes(noise);
    // Digits of Base64 around it would make it another text.
    bytes.write('<');
    bytes.writeBytes(coded);
    bytes.write('>');
    random.nextBytes(noise);
    bytes.writeBytes(noise);
    return bytes.toByteArray();
  }

  private static byte[] deflated(byte[] object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      out.write(object);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String name, byte[] object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry(name));
      out.write(object);
    }
    return bytes.toByteArray();
  }
}

package io.touchstone.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("SipHash-2-4")
class SipHashTest {

  private final SipHash hash =
      SipHash.of(HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f"));

  private static byte[] counting(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  /**
   * The input of 15 bytes is the example of the paper (Aumasson and Bernstein 2012, appendix A),
   * the others are of the authors' reference implementation, vectors.h, whose bytes are
   * little-endian.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 726fdb47dd0e0e31",
    "1, 74f839c593dc67fd",
    "7, ab0200f58b01d137",
    "8, 93f5f5799a932462",
    "15, a129ca6149be45e5",
    "16, 3f2acc7f57c29bdb"
  })
  void gives_the_authors_values(int length, String expected) {
    assertThat(HexFormat.of().toHexDigits(hash.hash(counting(length)))).isEqualTo(expected);
  }

  @Test
  void takes_numbers_as_eight_bytes_each_the_lowest_first() {
    long[] numbers = {0x0706050403020100L, 0x0f0e0d0c0b0a0908L};

    assertThat(hash.of(numbers, 0, 2)).isEqualTo(hash.hash(counting(16)));
    assertThat(hash.of(numbers, 0, 1)).isEqualTo(hash.hash(counting(8)));
  }
}

package io.touchstone.release.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8OrderTest {

  @Test
  void random_strings_sort_as_their_unsigned_bytes_do() {
    Random random = new Random(7);
    int[] points = {'a', 'z', 0x7f, 0xfc, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x1f600};
    List<String> strings = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(4); j >= 0; j--) {
        text.appendCodePoint(points[random.nextInt(points.length)]);
      }
      strings.add(text.toString());
    }

    List<String> byBytes = new ArrayList<>(strings);
    byBytes.sort(
        (x, y) ->
            Arrays.compareUnsigned(
                x.getBytes(StandardCharsets.UTF_8), y.getBytes(StandardCharsets.UTF_8)));
    strings.sort(Utf8Order.INSTANCE);

    assertThat(strings).isEqualTo(byBytes);
  }
}

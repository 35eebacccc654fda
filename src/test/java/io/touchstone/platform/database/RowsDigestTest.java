package io.touchstone.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RowsDigestTest {

  @Test
  void the_same_rows_in_another_order_are_the_same_and_any_other_rows_are_not() {
    assertThat(of("a\n", "b\n", "b\n")).isEqualTo(of("b\n", "a\n", "b\n"));
    assertThat(of("a\n", "b\n", "b\n"))
        .isNotEqualTo(of("a\n", "b\n"))
        .isNotEqualTo(of("a\n", "a\n", "b\n"))
        .isNotEqualTo(of("a\n", "b\n", "c\n"));
    assertThat(of("ab\n", "c\n")).isNotEqualTo(of("a\n", "bc\n"));
    assertThat(of("a\n", "b\n").rows()).isEqualTo(2);
    assertThat(of("a\n", "bc\n").bytes()).isEqualTo(5);
  }

  private static RowsDigest.Seen of(String... rows) {
    RowsDigest digest = new RowsDigest();
    for (String row : rows) {
      digest.add(row.getBytes(StandardCharsets.UTF_8));
    }
    return digest.seen();
  }
}

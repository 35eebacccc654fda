package io.touchstone.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Figures of orders, versions, logs, measurements and parts stay what they are. */
class HardNegativesTest {

  private static final int EACH = 40;

  @Test
  void at_most_one_text_in_a_hundred_without_personal_data_loses_anything() throws IOException {
    Redactor redactor = HostileTextTest.all();
    Random random = new Random(31);
    List<String> mistaken = new ArrayList<>();
    int texts = 0;
    for (String template : templates()) {
      for (int i = 0; i < EACH; i++) {
        String text = filled(template, random);
        Redaction redaction = redactor.redact(text);
        texts++;
        if (!redaction.findings().isEmpty()) {
          mistaken.add(text + " -> " + redaction.text());
        }
      }
    }
    System.out.printf("hard_negatives texts=%d mistaken=%d%n", texts, mistaken.size());
    assertThat(texts).isGreaterThan(2_500);
    assertThat((double) mistaken.size() / texts).as("%s", mistaken).isLessThanOrEqualTo(0.01);
  }

  private static List<String> templates() throws IOException {
    try (InputStream file =
        HardNegativesTest.class.getResourceAsStream("/recognisers/hard-negatives.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("# "))
          .toList();
    }
  }

  private static String filled(String template, Random random) {
    StringBuilder filled = new StringBuilder();
    for (char c : template.toCharArray()) {
      filled.append(
          switch (c) {
            case '#' -> (char) ('0' + random.nextInt(10));
            case '@' -> "ABCDEFGHKLMNPRSTVWX".charAt(random.nextInt(19));
            case '%' -> "0123456789abcdef".charAt(random.nextInt(16));
            default -> c;
          });
    }
    return filled.toString();
  }
}

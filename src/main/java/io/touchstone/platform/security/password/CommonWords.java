package io.touchstone.platform.security.password;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Our own addition to the lists of common passwords, {@code passwords/words.txt}. */
final class CommonWords {

  private static final String FILE = "/passwords/words.txt";

  private CommonWords() {}

  /** Small letters, one word each. */
  static List<String> read() {
    try (InputStream file = CommonWords.class.getResourceAsStream(FILE)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

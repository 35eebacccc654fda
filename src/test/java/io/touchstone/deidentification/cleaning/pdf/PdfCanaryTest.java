package io.touchstone.deidentification.cleaning.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.cleaning.CanaryFile;
import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.LiteralTools;
import io.touchstone.deidentification.cleaning.ObjectType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PdfCanaryTest {

  private final PdfCleaner cleaner = new PdfCleaner();

  /** Fonts of the other kinds are tried with the other formats, where it may take longer. */
  static List<CanaryFile> canaryFiles() {
    return PdfCanaryFiles.pdf().stream()
        .filter(file -> !file.canaryInContent() || file.name().endsWith("COMPOSITE"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("canaryFiles")
  void no_canary_is_left(CanaryFile file) throws IOException {
    LiteralTools tools = tools();
    if (file.canaryInContent()) {
      for (String canary : file.canaries()) {
        tools.replacing(canary, "[PERSON_1]");
        // A word that was broken at a line's end is whole again, the hyphen a soft one.
        tools.replacing(canary.substring(0, 6) + "\u00ad" + canary.substring(6), "[PERSON_1]");
      }
    }

    Cleaning.Cleaned cleaned =
        (Cleaning.Cleaned) cleaner.clean(file.object(), ObjectType.PDF, tools);

    String text = PdfTool.text(cleaned.object());
    if (!file.name().contains("turned-page")) {
      assertThat(text).contains("Nothing to see here.");
    }
    for (String canary : file.canaries()) {
      assertThat(PdfTool.holds(cleaned.object(), canary)).isFalse();
      assertThat(text.replaceAll("\\s", "")).doesNotContain(canary.substring(6));
    }
    List<String> readBack = cleaner.readBack(cleaned.object(), ObjectType.PDF);
    assertThat(String.join(" ", readBack)).doesNotContain(file.canaries());
    if (file.canaryInContent()) {
      assertThat(tools.shown()).anyMatch(line -> line.contains("[PERSON_1]"));
    }
  }

  /** Pictures pass as they are. */
  private static LiteralTools tools() {
    return new LiteralTools()
        .nesting(
            picture -> new Cleaning.Cleaned(picture, PdfPictures.typeOf(picture), Map.of(), 0));
  }
}

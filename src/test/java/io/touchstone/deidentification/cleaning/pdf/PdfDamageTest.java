package io.touchstone.deidentification.cleaning.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.cleaning.CanaryFile;
import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.LiteralTools;
import io.touchstone.deidentification.cleaning.ObjectType;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PdfDamageTest {

  private static final long TEN_SECONDS = 10_000_000_000L;

  private final PdfCleaner cleaner = new PdfCleaner();

  @Test
  void a_damaged_document_is_cleaned_or_refused_in_time() {
    Random random = new Random(5);
    List<byte[]> documents =
        PdfCanaryFiles.pdf().stream()
            .filter(file -> !file.name().contains("TYPE") && !file.name().contains("COMPOSITE"))
            .map(CanaryFile::object)
            .toList();
    for (int i = 0; i < 150; i++) {
      byte[] document = documents.get(random.nextInt(documents.size()));
      // Unpacked, damage hits instructions and fonts and not only the packing.
      byte[] given = i % 3 == 0 ? PdfTool.unpacked(document) : document;
      byte[] damaged =
          Arrays.copyOf(given, i % 5 == 0 ? 1 + random.nextInt(given.length) : given.length);
      int wounds = 1 + random.nextInt(12);
      for (int k = 0; k < wounds; k++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      assertOutcome(damaged, "damaged " + i);
    }
  }

  @Test
  void a_hostile_document_is_refused_in_time() {
    assertOutcome(("%PDF-1.7\n1 0 obj\n" + "[".repeat(500_000)).getBytes(), "arrays");
    assertOutcome(("%PDF-1.7\n1 0 obj\n" + "<<".repeat(200_000)).getBytes(), "dictionaries");
    assertOutcome(("%PDF-1.7\n" + "1 0 obj ".repeat(200_000)).getBytes(), "objects");
    assertOutcome(("%PDF-1.7\n" + "startxref\n0\n%%EOF\n".repeat(50_000)).getBytes(), "tables");
    assertOutcome(new byte[0], "nothing");
  }

  /** Cleaned, refused, or not readable: anything else fails. */
  private void assertOutcome(byte[] document, String name) {
    long before = System.nanoTime();
    try {
      assertThat(cleaner.clean(document, ObjectType.PDF, tools())).as(name).isNotNull();
    } catch (IOException e) {
      assertThat(e).as(name).isNotNull();
    }
    assertThat(System.nanoTime() - before).as(name).isLessThan(TEN_SECONDS);
  }

  private static LiteralTools tools() {
    return new LiteralTools()
        .nesting(
            picture -> new Cleaning.Cleaned(picture, PdfPictures.typeOf(picture), Map.of(), 0));
  }
}

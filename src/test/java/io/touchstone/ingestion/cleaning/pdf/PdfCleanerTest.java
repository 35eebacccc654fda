package io.touchstone.ingestion.cleaning.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.ingestion.cleaning.Cleaning;
import io.touchstone.ingestion.cleaning.LiteralTools;
import io.touchstone.ingestion.cleaning.ObjectType;
import io.touchstone.ingestion.cleaning.pdf.PdfMaker.Kind;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PdfCleanerTest {

  private final PdfCleaner cleaner = new PdfCleaner();

  @ParameterizedTest
  @EnumSource(Kind.class)
  void a_name_goes_and_the_rest_of_its_line_stays(Kind kind) throws IOException {
    try (PdfMaker pdf = new PdfMaker(kind)) {
      pdf.line(72, 700, "Dear Anna Meier, your claim was settled.")
          .add(
              "BT /F1 12 Tf 72 650 Td ["
                  + pdf.string("Signed by An")
                  + " -20 "
                  + pdf.string("na Mei")
                  + " 30 "
                  + pdf.string("er in June")
                  + "] TJ ET")
          .line(72, 600, "Yours");
      LiteralTools tools = new LiteralTools().replacing("Anna Meier", "[PERSON_1]");

      Cleaning.Cleaned cleaned =
          (Cleaning.Cleaned) cleaner.clean(pdf.bytes(), ObjectType.PDF, tools);

      java.nio.file.Files.write(
          java.nio.file.Path.of("/work/wt/tmp-pdf/" + kind + ".pdf"), cleaned.object());
      java.nio.file.Files.write(
          java.nio.file.Path.of("/work/wt/tmp-pdf/" + kind + "-in.pdf"), pdf.bytes());
      assertThat(tools.shown())
          .containsExactly(
              "Dear [PERSON_1], your claim was settled.", "Signed by [PERSON_1] in June", "Yours");
      assertThat(PdfTool.text(cleaned.object()))
          .contains("Dear [PERSON_1], your claim was settled.")
          .contains("Signed by [PERSON_1] in June")
          .doesNotContain("Anna")
          .doesNotContain("Meier");
    }
  }
}

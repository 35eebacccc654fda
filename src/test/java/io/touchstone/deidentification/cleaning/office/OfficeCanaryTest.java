package io.touchstone.deidentification.cleaning.office;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.cleaning.AccountedWords;
import io.touchstone.deidentification.cleaning.CanaryFile;
import io.touchstone.deidentification.cleaning.Cleaner;
import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.Cleaning.Cleaned;
import io.touchstone.deidentification.cleaning.LiteralTools;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.ResidueScan;
import io.touchstone.deidentification.cleaning.office.legacy.LegacyOfficeCleaner;
import io.touchstone.deidentification.cleaning.office.legacy.LegacyOfficeCleanerTest;
import io.touchstone.deidentification.cleaning.office.xml.CleanPackage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OfficeCanaryTest {

  private static final Set<ObjectType> PACKAGES =
      Set.of(ObjectType.DOCX, ObjectType.XLSX, ObjectType.PPTX);

  @BeforeAll
  static void silenceTheLibrary() {
    LegacyOfficeCleanerTest.silenceTheLibrary();
  }

  @Test
  void no_canary_is_left_in_a_word_processing_document() throws IOException {
    noneIsLeft(DocxCanaryFiles.all(), new OoxmlCleaner());
  }

  @Test
  void no_canary_is_left_in_a_workbook() throws IOException {
    noneIsLeft(XlsxCanaryFiles.all(), new OoxmlCleaner());
  }

  @Test
  void no_canary_is_left_in_a_presentation() throws IOException {
    noneIsLeft(PptxCanaryFiles.all(), new OoxmlCleaner());
  }

  @Test
  void no_canary_is_left_in_an_open_document_text() throws IOException {
    noneIsLeft(OdtCanaryFiles.all(), new OdtCleaner());
  }

  @Test
  void no_canary_is_left_of_a_document_of_the_old_office() throws IOException {
    noneIsLeft(LegacyCanaryFiles.all(), new LegacyOfficeCleaner());
  }

  private static AccountedWords accounted(LiteralTools tools, List<String> replaced) {
    List<String> texts = new ArrayList<>(tools.shown());
    texts.addAll(tools.asides());
    return new AccountedWords(texts, replaced);
  }

  private static void noneIsLeft(List<CanaryFile> files, Cleaner cleaner) throws IOException {
    assertThat(files).hasSizeGreaterThan(50);
    List<String> left = new ArrayList<>();
    for (CanaryFile file : files) {
      boolean isSeen = !file.name().endsWith("-references");
      assertThat(ResidueScan.of(file.canaries()).in(file.object()))
          .as(file.name())
          .hasSize(isSeen ? 1 : 0);
      LiteralTools tools = new LiteralTools();
      if (file.canaryInContent()) {
        file.canaries().forEach(canary -> tools.replacing(canary, "[X]"));
      }
      Cleaning cleaning = cleaner.clean(file.object(), file.type(), tools);
      assertThat(cleaning).as(file.name()).isInstanceOf(Cleaned.class);
      Cleaned cleaned = (Cleaned) cleaning;
      if (!ResidueScan.of(file.canaries()).in(cleaned.object()).isEmpty()) {
        left.add(file.name());
      }
      if (PACKAGES.contains(cleaned.type())) {
        CleanPackage.of(cleaned.object()).isConsistent();
      }
      assertThat(
              cleaner
                  .loss(file.object(), file.type(), cleaned, accounted(tools, file.canaries()))
                  .lost())
          .as("words of %s that were seen and are lost", file.name())
          .isZero();
      assertThat(cleaner.readBack(cleaned.object(), cleaned.type()).toString())
          .as(file.name())
          .doesNotContain(file.canaries());
      if (file.canaryInContent()) {
        assertThat(CleanPackage.of(cleaned.object()).everything() + tools.shown() + tools.asides())
            .as(file.name())
            .containsAnyOf("[X]", "(X)");
      }
    }
    assertThat(left).isEmpty();
  }
}

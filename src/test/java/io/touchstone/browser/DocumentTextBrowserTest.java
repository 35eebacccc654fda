package io.touchstone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.cleaning.Planted;
import io.touchstone.deidentification.cleaning.office.PlantedOffice;
import io.touchstone.deidentification.cleaning.pdf.PlantedPdf;
import io.touchstone.ingestion.intake.BatchIntake;
import io.touchstone.ingestion.intake.Source;
import io.touchstone.platform.security.Role;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in headers, footers and answers of forms is before the eyes of who decides on it. */
class DocumentTextBrowserTest extends SeatedTest {

  private static final String REVIEW = "touchstone-privacy-review";
  private static final String WORKBENCH = "touchstone-workbench";

  @Test
  void officer_and_annotator_read_headers_of_a_document_and_answers_of_a_form() throws IOException {
    Planted planted = new Planted();
    List<byte[]> documents = List.of(PlantedOffice.word(planted), PlantedPdf.form(planted));
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(1)).officerAway();
    String olga = withPassword(road, "olga", Role.PRIVACY_OFFICER);
    String lena = withPassword(road, "lena", Role.ANNOTATOR);
    List<Source> sources = new ArrayList<>();
    documents.forEach(
        each ->
            sources.add(new Source("application/octet-stream", new ByteArrayInputStream(each))));
    road.annotators("lena")
        .goesOnWith(
            beans
                .getBean(BatchIntake.class)
                .receive(road.project(), road.person("mia").id(), sources))
        .untilItRests();

    List<String> read = new ArrayList<>();
    at(
        olga,
        seat -> {
          seat.open("Review sample for privacy", road.batchId()).sees(REVIEW, "Item 1 of 2");
          read.add(seat.itemText(REVIEW));
          seat.photograph(Path.of("target", "browser-document-officer-1.png"));
          seat.press("Enter").sees(REVIEW, "Item 2 of 2");
          read.add(seat.itemText(REVIEW));
          seat.photograph(Path.of("target", "browser-document-officer-2.png"));
          seat.press("Enter").sees(REVIEW, "All 2 items are looked at").press("Control+Enter");
          seat.sees("touchstone-toast", "2 items submitted.");
        });
    assertThat(planted.missingIn(String.join("\n", read))).isEmpty();
    road.untilItRests();

    read.clear();
    at(
        lena,
        seat -> {
          seat.open("Label items", road.batchId()).sees(WORKBENCH, "Item 1 of 2");
          read.add(seat.itemText(WORKBENCH));
          seat.photograph(Path.of("target", "browser-document-annotator-1.png"));
          seat.read(5).press("1").sees(WORKBENCH, "Item 2 of 2");
          read.add(seat.itemText(WORKBENCH));
          seat.photograph(Path.of("target", "browser-document-annotator-2.png"));
        });
    assertThat(planted.missingIn(String.join("\n", read))).isEmpty();
  }
}

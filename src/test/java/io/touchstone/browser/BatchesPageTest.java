package io.touchstone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.pipeline.Batch;
import io.touchstone.platform.security.Role;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data manager's page, in a real browser and without a mouse. */
class BatchesPageTest extends SeatedTest {

  private static final String PAGE = "touchstone-batches";
  private static final String ENTRY = "a[href='#/batches']";

  @TempDir private Path folder;

  private Path file(String name, String content) {
    try {
      return Files.writeString(folder.resolve(name), content);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void a_data_manager_starts_a_batch_from_the_page_and_sees_it_go_on() {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(2));
    String dora = knowing(road, withPassword(road, "dora", Role.DATA_MANAGER));
    road.annotators("anna", "ben");
    Path broken = file("broken.jsonl", "[1, 2]\n");
    Path good =
        file(
            "things.jsonl",
            """
            {"id": "1", "text": "red thing one"}
            {"id": "2", "text": "blue thing two"}
            {"id": "3", "text": "red thing three"}
            """);

    at(
        dora,
        seat -> {
          seat.follow(ENTRY, PAGE).sees(PAGE, "Where each batch stands");

          seat.page().locator(PAGE + " .head .button").focus();
          seat.press("Enter");
          assertThat(seat.page().locator(PAGE + " #start select")).isFocused();
          seat.page().locator(PAGE + " #start select").selectOption(road.project());
          seat.page().locator(PAGE + " input[type=file]").setInputFiles(broken);
          assertThat(seat.barriers(PAGE)).isEmpty();
          seat.page().locator(PAGE + " #start button[type=submit]").focus();
          seat.press("Enter").sees(PAGE + " .files .refused", "File 1 of the delivery cannot be");
          seat.sees(PAGE + " .files", "broken.jsonl");

          seat.page().locator(PAGE + " .files button").focus();
          seat.press("Enter");
          seat.page().locator(PAGE + " input[type=file]").setInputFiles(good);
          seat.page().locator(PAGE + " .about input").fill("Things of October");
          seat.page().locator(PAGE + " #start button[type=submit]").focus();
          seat.press("Enter").sees(PAGE + " #start .message", "has started");
          String id = seat.text(PAGE + " #start .message").replaceAll(".*Batch (\\S+) has.*", "$1");
          seat.sees(row(id), "running").sees(row(id), "Things of October");

          seat.page().locator(PAGE + " input[type=file]").setInputFiles(good);
          seat.page().locator(PAGE + " #start button[type=submit]").focus();
          seat.press("Enter").sees(PAGE + " #start .message", "1 file came before, byte for byte");
          seat.sees(PAGE + " #start .message", "batch " + id);
          assertThat(seat.barriers(PAGE)).isEmpty();
          seat.page().locator(PAGE + " #start .actions button:has-text('all the same')").focus();
          seat.press("Enter").sees(PAGE + " #start .message", "has started");

          road.goesOnWith(id).untilItRests();
          seat.page().locator(row(id) + " a").first().focus();
          seat.read(11).sees(row(id), "2 annotators: " + road.person("anna").id());
          assertThat(seat.page().locator(row(id) + " a").first()).isFocused();
          assertThat(seat.barriers(PAGE)).isEmpty();

          seat.press("Enter").sees(PAGE + " h1", id).sees(PAGE, "Work packages by person");
          seat.sees(PAGE + " .facts", "not to be told before three days of work");
          seat.sees(PAGE + " #packages", road.person("ben").id());
          assertThat(seat.barriers(PAGE)).isEmpty();
          road.labels("anna", Road.RIGHT).labels("ben", Road.RIGHT).untilItRests();
          seat.read(11).sees(PAGE + " #packages", "all submitted");
          assertThat(seat.complaints())
              .allMatch(
                  complaint -> complaint.matches(".*status of 4(22|09) .*/batches.*|.*/people.*"));
        });
    assertThat(road.batch().stage()).isNotEqualTo(io.touchstone.pipeline.Stage.INGESTION);
  }

  private static String row(String batchId) {
    return PAGE + " tr[data-key='" + batchId + "']";
  }

  @Test
  void a_held_batch_leads_from_the_page_to_its_task() {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(2));
    String dora = knowing(road, withPassword(road, "dora", Role.DATA_MANAGER));
    road.annotators("anna").receiveThings(3).untilItRests();
    assertThat(road.batch().state()).isEqualTo(Batch.State.HELD);

    at(
        dora,
        seat -> {
          seat.follow(ENTRY, PAGE).sees(row(road.batchId()), "data manager: resolve held batch");
          seat.page().locator(row(road.batchId()) + " th a").focus();
          seat.press("Enter").sees(PAGE + " #shortage", "3 items of 3 lack an annotator.");
          assertThat(seat.barriers(PAGE)).isEmpty();
          seat.page().locator(PAGE + " .wait a").focus();
          seat.press("Enter").sees("touchstone-held-batch", "What should happen?");
          assertThat(seat.complaints()).allMatch(complaint -> complaint.contains("/v1/people"));
        });
  }

  @Test
  void an_annotator_sees_no_entry_and_gets_nothing_at_its_address() {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(1));
    String vera = withPassword(road, "vera", Role.ANNOTATOR);

    at(
        vera,
        seat -> {
          seat.page().locator("ol.tasks-list, .tasks-list").first().waitFor();
          assertThat(seat.page().locator(ENTRY)).hasCount(0);
          seat.go("/batches", PAGE);
          seat.sees(PAGE, "You may not see batches");
        });
  }
}

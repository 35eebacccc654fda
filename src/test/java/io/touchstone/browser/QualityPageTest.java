package io.touchstone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import io.touchstone.platform.security.Role;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people see of quality: the page of a batch, and the calculator, without a mouse. */
class QualityPageTest extends SeatedTest {

  private static final String PAGE = "touchstone-batches";
  private static final String CALCULATOR = "touchstone-calculator";

  @Test
  void a_data_manager_opens_a_figure_to_how_it_is_made() {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(2));
    String dora = withPassword(road, "dora", Role.DATA_MANAGER);
    road.annotators("anna", "ben").receiveThings(8).untilItRests();
    road.labels("anna", Road.RIGHT).labels("ben", Road.RIGHT).untilItRests();

    at(
        dora,
        seat -> {
          seat.go("/batches/" + road.batchId(), PAGE);
          seat.page().locator(PAGE + " .stages a[href^='#/quality/']").focus();
          seat.press("Enter").sees(PAGE + " h1", "Quality of " + road.batchId());
          seat.sees(PAGE + " .headline", "Agreement is 1.00");
          seat.sees(PAGE + " #confusion", "Sum");
          seat.page().locator(PAGE + " #agreement .how[aria-label*='alpha']").focus();
          seat.press("Enter")
              .sees(PAGE + " #agreement .working:not([hidden])", "Krippendorff 2011");
          seat.sees(PAGE + " #agreement .working:not([hidden])", "Do = 0");
          seat.sees(
              PAGE + " #agreement .working:not([hidden])", "8 items with two or more judgements");
          seat.page().locator(PAGE + " #classes .how").first().focus();
          seat.press("Enter").sees(PAGE + " #classes .working:not([hidden])", "all others");
          assertThat(seat.barriers(PAGE)).isEmpty();
          assertThat(seat.complaints()).isEmpty();
        });
  }

  @Test
  void a_confused_pair_a_class_and_a_rule_open_their_items_and_a_text_is_found_among_them() {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(2));
    String dora = withPassword(road, "dora", Role.DATA_MANAGER);
    road.annotators("anna", "ben").reviewers("rae").receiveThings(8).untilItRests();
    road.labels("anna", Road.RIGHT);
    road.labels("ben", (who, text) -> text.endsWith("1") ? "blue" : Road.RIGHT.of(who, text));
    road.untilItRests();

    at(
        dora,
        seat -> {
          seat.go("/quality/" + road.batchId(), PAGE);
          seat.sees(PAGE + " #routing", "No majority");
          seat.page().locator(PAGE + " #confusion .other a").first().focus();
          seat.press("Enter").sees(PAGE + " #items h2 >> nth=1", "Items on which Red and Blue met");
          seat.sees(PAGE + " .items .excerpt", "red thing 1")
              .sees(PAGE + " .looked", "1 item shown");
          assertThat(seat.page().locator(PAGE + " .items .said.asked")).hasCount(2);
          seat.page().locator(PAGE + " .items button").focus();
          seat.press("Enter").sees(PAGE + " .items blockquote", "red thing 1");
          assertThat(seat.barriers(PAGE)).isEmpty();

          seat.page().locator(PAGE + " .filters select >> nth=2").selectOption("");
          seat.page().locator(PAGE + " .filters select >> nth=1").selectOption("");
          seat.page().locator(PAGE + " .filters input").first().focus();
          seat.type("thing 4").press("Enter").sees(PAGE + " .looked", "1 item shown");
          seat.sees(PAGE + " .looked", "all of 8 rows looked through");
          assertThat(seat.page().locator(PAGE + " .items mark")).hasCount(1);
          assertThat(seat.page().url()).doesNotContain("thing");
          assertThat(seat.barriers(PAGE)).isEmpty();

          seat.go("/quality/" + road.batchId(), PAGE);
          seat.page().locator(PAGE + " #routing .value a").last().click();
          seat.sees(PAGE + " #items h2 >> nth=1", "Items that went by");
          seat.go("/quality/" + road.batchId(), PAGE);
          seat.page().locator(PAGE + " #classes td a").first().click();
          seat.sees(PAGE + " #items h2 >> nth=1", "Items that somebody called");
          assertThat(seat.complaints()).isEmpty();
        });
  }

  @Test
  void a_process_owner_calculates_in_cockpit_and_takes_the_picture_along() {
    directory.add("calcola", "Ola", Optional.of(Seat.PASSWORD), Set.of(Role.PROCESS_OWNER));
    try (Seat ola = new Seat(chromium, port)) {
      ola.page().navigate("http://localhost:" + port + "/camunda/app/cockpit/default/#/calculator");
      ola.fillLogin("calcola");
      ola.page().locator(CALCULATOR + " textarea").focus();
      ola.type("item,annotator,label\n1,a,x\n1,b,x\n2,a,y\n2,b,y\n3,a,x\n3,b,y\n");
      ola.press("Tab", "Tab", "Tab", "Tab", "Tab").press("Enter");

      // By hand: 3 items, of 6 judgements 3 say x, one item disagrees; 1 - 5 * 2 / 18.
      ola.sees(CALCULATOR + " #coefficients", "0.44");
      ola.sees(CALCULATOR + " #coefficients", "3 items, 6 judgements by 2 people");
      ola.sees(CALCULATOR + " #meanings", "Cohen 1960");
      assertThat(ola.barriers(CALCULATOR)).isEmpty();
      assertPicture(ola);

      ola.page().locator(CALCULATOR + " textarea").fill("item,annotator,label\n1,a,x\n1,a,x\n");
      ola.page().locator(CALCULATOR + " button[type=submit]").focus();
      ola.press("Enter").sees(CALCULATOR + " [role=alert]", "Line 3");
      assertThat(ola.complaints()).allMatch(complaint -> complaint.contains("422"));
    }
  }

  @Test
  void above_and_below_a_later_measurement_nobody_reads_what_the_gate_said_of_an_earlier_one() {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(2));
    String dora = withPassword(road, "dora", Role.DATA_MANAGER);
    road.annotators("anna", "ben").receiveThings(8).untilItRests();
    road.labels("anna", Road.RIGHT).labels("ben", Road.RIGHT).untilItRests();
    measuredAgain(road.batchId());

    at(
        dora,
        seat -> {
          seat.go("/quality/" + road.batchId(), PAGE);
          seat.sees(PAGE + " .headline", "Agreement is 0.66, between 0.56 and 0.76");
          seat.sees(PAGE + " .headline", "The gate has not decided yet.");
          seat.sees(PAGE + " .because", "What the gate said of measurement 1: ");
          assertThat(seat.barriers(PAGE)).isEmpty();
        });
  }

  /** An hour later, with other numbers, and the gate has not been asked again. */
  private void measuredAgain(String batchId) {
    beans
        .getBean(JdbcClient.class)
        .sql(
            """
            insert into touchstone.quality_report
              (batch_id, round, numbers, inputs_sha256, created_at)
            select batch_id, round + 1,
                   jsonb_set(numbers, '{agreement}', numbers -> 'agreement'
                     || '{"value": 0.66, "ciLow": 0.56, "ciHigh": 0.76}'::jsonb),
                   repeat('0', 64), created_at + interval '1 hour'
            from touchstone.quality_report where batch_id = ?
            """)
        .param(batchId)
        .update();
  }

  private static void assertPicture(Seat ola) {
    Download file =
        ola.page()
            .waitForDownload(
                () -> {
                  ola.page().locator(CALCULATOR + " #confusion .take button").first().focus();
                  ola.press("Enter");
                });
    try (InputStream picture = file.createReadStream()) {
      assertThat(ImageIO.read(picture).getWidth()).isGreaterThan(200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_batch_that_was_not_measured_says_so() {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(2));
    String dora = withPassword(road, "dora", Role.DATA_MANAGER);
    road.annotators("anna", "ben").receiveThings(3).untilItRests();

    at(
        dora,
        seat -> {
          seat.go("/quality/" + road.batchId(), PAGE);
          seat.sees(PAGE, "Nothing has been measured yet.");
          assertThat(seat.page().locator(PAGE + " .headline")).hasCount(0);
        });
  }
}

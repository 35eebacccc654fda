package io.touchstone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.platform.security.Role;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import org.junit.jupiter.api.Test;

/** How long gold lasts and what may become gold, in a real browser and without a mouse. */
class GoldPageTest extends SeatedTest {

  private static final String PAGE = "touchstone-batches";

  private static final Road.Answers ONE_SLIP =
      (person, text) -> text.equals("red thing 1") ? "blue" : Road.RIGHT.of(person, text);

  @Test
  void data_managers_see_how_long_gold_lasts_and_two_of_them_take_a_settled_item() {
    Road road = Road.of(beans, Options.standard().gold(0.2, 30)).annotators("ada", "ben");
    String dora = withPassword(road, "dora", Role.DATA_MANAGER);
    String dave = withPassword(road, "dave", Role.DATA_MANAGER);
    road.reviewers("rex").blindByHand().receiveThings(40).untilItRests();
    road.labels("ada", Road.RIGHT).labels("ben", ONE_SLIP).untilItRests();
    road.labels("rex", Road.RIGHT).untilItRests().decideRelease("tom", "approve", "Good.");

    at(
        dora,
        seat -> {
          seat.follow("a[href='#/batches']", PAGE).sees(PAGE, "Where each batch stands");
          seat.page().locator(PAGE + " a[href='#/supply']").focus();
          seat.press("Enter").sees(PAGE + " h1", "Gold");
          seat.page().locator(PAGE + " select").selectOption(road.project());
          seat.sees(PAGE + " #supply", road.person("ada").id());
          seat.sees(PAGE + " #supply", "20 %").sees(PAGE + " #supply", "14 days");
          seat.sees(PAGE + " #proposals", "Nothing is proposed.");
          assertThat(seat.barriers(PAGE)).isEmpty();
          seat.page().locator(candidate()).focus();
          seat.press("Enter").sees(PAGE + " #proposals", "waits for somebody else");
          assertThat(seat.complaints()).isEmpty();
        });
    at(
        dave,
        seat -> {
          seat.go("/supply", PAGE);
          seat.sees(PAGE + " h1", "Gold");
          seat.page().locator(PAGE + " select").selectOption(road.project());
          seat.sees(PAGE + " #proposals", "red thing 1").sees(PAGE + " #supply", "Red 15");
          seat.page().locator(PAGE + " #proposals button[data-act=take]").focus();
          seat.press("Enter").sees(PAGE + " #supply", "Red 16");
          assertThat(seat.page().locator(PAGE + " #proposals li")).hasCount(0);
        });
  }

  private static String candidate() {
    return PAGE + " #candidates li:has-text('red thing 1') >> button >> nth=0";
  }
}

package io.touchstone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.pipeline.Batch;
import io.touchstone.platform.security.Role;
import io.touchstone.project.Guidelines;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A guideline owner at the page of an unclear guideline, without a mouse. */
class GuidelineBrowserTest extends SeatedTest {

  private static final String PAGE = "touchstone-guideline-revision";
  private static final String TEXT = PAGE + " #markdown";
  private static final String TOAST = "touchstone-toast";
  private static final String ADDED = "What is violet is blue.";

  @Autowired private Guidelines guidelines;

  private Road road;
  private String gwen;
  private String ada;

  @Test
  void an_owner_mends_the_text_loses_nothing_and_has_the_affected_items_labelled_again() {
    unclearBatch();
    try (Seat seat = new Seat(chromium, port)) {
      seat.logIn(gwen).open("Revise guideline", road.batchId());
      seat.sees(PAGE, "The guideline is read differently").sees(PAGE, "Red / Blue: 12 items");
      assertThat(seat.barriers(PAGE)).isEmpty();
      assertThat(seat.text(PAGE)).doesNotContain(road.person("ada").id(), road.person("ben").id());
      photograph(seat, "guideline-opened");

      seat.press("Control+End").type("\n## Violet\n\n" + ADDED).read(2);
      seat.sees(PAGE + " .preview", ADDED).sees(PAGE + " .saved", "Draft saved");
      seat.reload().sees(PAGE + " .saved", "Your draft, as you left it");
      assertThat(seat.page().locator(TEXT).inputValue()).endsWith(ADDED);

      // Whoever comes back to a page goes to the text first; a reload may leave the focus outside.
      seat.page().locator(TEXT).focus();
      seat.press("Control+Enter").sees(PAGE + " .message", "Say in a line what has changed");
      seat.type("Violet is blue.").read(2).sees(PAGE + " .saved", "Draft saved");
      guidelines.write(road.project(), 1, "# Guideline\n\nTheirs.\n", "Theirs.", "gus");
      seat.press("Control+Enter").sees(PAGE + " .message", "Somebody saved version 2 meanwhile");
      assertThat(seat.page().locator(TEXT).inputValue()).endsWith(ADDED);
      seat.sees(PAGE + " .theirs", "Theirs.");
      assertThat(seat.barriers(PAGE)).isEmpty();
      photograph(seat, "guideline-overtaken");

      seat.press("Control+Enter").sees(TOAST, "The affected items are labelled again");
      assertThat(seat.complaints()).allMatch(each -> each.matches(".*status of 412 .*"));
    }
    road.untilItRests();
    assertThat(guidelines.latest(road.project()).version()).isEqualTo(3);
    assertThat(guidelines.latest(road.project()).markdown()).endsWith(ADDED);
    assertThat(road.batch().labellingRound()).isEqualTo(2);
    assertThat(road.batch().guidelineVersion()).isEqualTo(3);
    assertThat(road.workOf("ada").orElseThrow().items()).hasSizeGreaterThanOrEqualTo(12);
  }

  @Test
  void an_owner_says_that_the_guideline_stays_and_why() {
    unclearBatch();
    try (Seat seat = new Seat(chromium, port)) {
      seat.logIn(gwen).open("Revise guideline", road.batchId());
      seat.sees(PAGE, "The guideline is read differently");

      seat.page().locator(PAGE + " .keep summary").focus();
      seat.press("Enter", "Tab").type("Ben had not read it.").press("Control+Enter");
      seat.sees(TOAST, "The batch goes on under the same guideline.");
      assertThat(seat.complaints()).isEmpty();
    }
    road.untilItRests();
    assertThat(road.batch().state()).isEqualTo(Batch.State.HELD);
    assertThat(guidelines.latest(road.project()).version()).isEqualTo(1);
  }

  /** What annotators see of a revision: the new version, and what is new in it. */
  @Test
  void annotators_read_what_has_changed_beside_the_new_version() {
    unclearBatch();
    road.revises("gwen", "# Guideline\n\nRed or blue. " + ADDED + "\n", "red", "blue");
    try (Seat seat = new Seat(chromium, port)) {
      seat.logIn(ada).open("Label items", road.batchId());
      seat.sees("touchstone-workbench .guideline", "Version 2").sees(".changed", "Says more.");
      seat.sees("touchstone-workbench .guideline .document", ADDED);
      assertThat(seat.barriers("touchstone-workbench")).isEmpty();
      photograph(seat, "guideline-annotator");
    }
  }

  private void unclearBatch() {
    road = Road.of(beans, Options.standard());
    gwen = withPassword("gwen", Role.GUIDELINE_OWNER);
    ada = withPassword("ada", Role.ANNOTATOR);
    road.nobodyReviews();
    road.annotators("ada", "ben").guidelineOwners("gwen").receiveThings(24).untilItRests();
    road.labels("ada", Road.RIGHT).labels("ben", (person, text) -> "red").untilItRests();
    assertThat(road.lastDecision().verdict()).isEqualTo("revise-guideline");
  }

  private String withPassword(String name, Role role) {
    String id = name + road.project().replaceAll("\\D", "");
    directory.add(id, name, Optional.of(Seat.PASSWORD), Set.of(role));
    return id;
  }

  private static void photograph(Seat seat, String name) {
    seat.photograph(Path.of("target", name + ".png"));
  }
}

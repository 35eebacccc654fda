package io.touchstone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.touchstone.pipeline.Batch;
import io.touchstone.platform.security.Role;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.release.Tool;
import io.touchstone.road.Road;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People at Tasklist, with a real browser and without a mouse. */
class BrowserTest extends SeatedTest {

  private static final String WORKBENCH = "touchstone-workbench";
  private static final String SAVED = WORKBENCH + " .saved";
  private static final String HELD = "touchstone-held-batch";
  private static final String APPROVAL = "touchstone-release-approval";
  private static final String TOAST = "touchstone-toast";
  private static final String DRAFTS = "**/draft";

  /** Shown names of the labels by their keys. */
  private static final Map<String, String> NAMES = Map.of("1", "Red", "2", "Blue");

  @Autowired private JdbcClient database;

  @Test
  void a_batch_goes_from_the_first_label_to_the_published_version_by_keyboard() {
    Road road = Road.of(beans, Options.standard().gold(0.25, 4).itemsPerPackage(4));
    String vera = withPassword(road, "vera", Role.ANNOTATOR);
    String rex = withPassword(road, "rex", Role.REVIEWER);
    String dora = withPassword(road, "dora", Role.DATA_MANAGER);
    String dana = withPassword(road, "dana", Role.DATA_MANAGER);
    road.annotators("vera", "ben").reviewers("rex").receiveThings(6).untilItRests();
    road.labels("ben", (person, text) -> "red");

    at(
        vera,
        seat -> {
          labelTwoPackages(seat, road);
          assertThat(seat.complaints()).isEmpty();
          assertThatNothingIsGivenAway(seat, road);
        });
    road.untilItRests();
    at(
        rex,
        seat -> {
          adjudicateThreeItems(seat, road);
          assertThat(seat.complaints()).isEmpty();
        });
    road.untilItRests();
    assertThat(road.lastDecision().rule()).isEqualTo("agreement-low");
    at(
        dora,
        seat -> {
          acceptHeldBatch(seat, road);
          road.untilItRests();
          seesThatAnotherHasToApprove(seat, road);
          assertThat(seat.complaints()).isEmpty();
        });
    at(
        dana,
        seat -> {
          approveRelease(seat, road);
          assertThat(seat.complaints()).isEmpty();
        });
    road.untilItRests();
    assertThat(road.batch().state()).isEqualTo(Batch.State.DONE);
    assertThat(published(road)).isEqualTo("1.0.0 published " + dana);
    assertThat(Tool.run(data().resolve("datasets").resolve(road.project()), "git", "tag"))
        .isEqualTo(road.project() + "@v1.0.0\n");
  }

  private void labelTwoPackages(Seat vera, Road road) {
    vera.open("Label items", road.batchId()).sees(WORKBENCH, "Item 1 of 4");
    assertThat(vera.barriers(WORKBENCH)).isEmpty();
    vera.read(5).press(digit(vera)).sees(WORKBENCH, "Item 2 of 4");

    vera.read(5).press(otherDigit(vera)).sees(WORKBENCH, "Item 3 of 4");
    vera.press("u").sees(WORKBENCH, "Item 2 of 4").hasLabel("").read(5).press(digit(vera));
    vera.sees(WORKBENCH, "Item 3 of 4").read(5);
    String third = digit(vera);
    vera.press(third).sees(WORKBENCH, "Item 4 of 4");
    vera.press("ArrowLeft").sees(WORKBENCH, "Item 3 of 4").hasLabel(NAMES.get(third));
    vera.press("ArrowRight").sees(WORKBENCH, "Item 4 of 4").read(5).press(digit(vera));
    vera.sees(WORKBENCH, "All 4 items are labelled");
    assertThat(vera.barriers(WORKBENCH)).isEmpty();
    road.anHourPasses();
    // However long the answer takes, a package that is submitted takes no more drafts.
    vera.press("Control+Enter").read(2);
    vera.sees(TOAST, "4 labels submitted. Here is the next package.");

    vera.sees(WORKBENCH, "0 of 4");
    for (int item = 1; item <= 4; item++) {
      vera.sees(WORKBENCH, "Item " + item + " of 4").read(5).press(digit(vera));
    }
    vera.sees(WORKBENCH, "All 4 items are labelled");
    road.anHourPasses();
    vera.press("Control+Enter").sees(TOAST, "No further package is waiting for you.");
  }

  /** What the text says, as a key; known answers are guessed. */
  private static String digit(Seat seat) {
    return Road.RIGHT.of("", seat.itemText(WORKBENCH)).equals("red") ? "1" : "2";
  }

  private static String otherDigit(Seat seat) {
    return digit(seat).equals("1") ? "2" : "1";
  }

  private void adjudicateThreeItems(Seat rex, Road road) {
    rex.open("Adjudicate items", road.batchId());
    for (int item = 1; item <= 3; item++) {
      rex.sees(WORKBENCH, "Item " + item + " of 3").sees(WORKBENCH + " .given", "Red ×1");
      rex.read(5).press(digit(rex));
    }
    rex.sees(WORKBENCH, "All 3 items are labelled");
    assertThat(rex.barriers(WORKBENCH)).isEmpty();
    rex.press("Control+Enter").sees(TOAST, "3 labels submitted.");
  }

  private void acceptHeldBatch(Seat dora, Road road) {
    dora.open("Resolve held batch", road.batchId()).sees(HELD, "What should happen?");
    // Of six items one half is disputed: far below 0.60, the limit in gate-quality.
    dora.sees(HELD + " .deciding .first", "Agreement, lower 95 %");
    dora.sees(HELD + " .deciding .limit", "at least 0.6 is needed");
    dora.sees(HELD + " .links", "Batch and work packages")
        .sees(HELD + " #about-repeat", "the same comes out");
    assertThat(dora.barriers(HELD)).isEmpty();
    dora.press("ArrowDown").sees(HELD + " .send", "Accept the batch");
    dora.press("Tab").type("Six items are too few to tell.").press("Control+Enter");
    dora.sees(TOAST, "The batch goes on.");
  }

  private void seesThatAnotherHasToApprove(Seat dora, Road road) {
    dora.reload().open("Approve release", road.batchId());
    dora.sees(APPROVAL + " .blocked", "You accepted this batch against its gate gate-quality");
    assertThat(dora.barriers(APPROVAL)).isEmpty();
  }

  private void approveRelease(Seat dana, Road road) {
    dana.open("Approve release", road.batchId()).sees(APPROVAL, "First version: 1.0.0");
    dana.sees(APPROVAL + " .overrides", "A gate did not let this data pass");
    dana.sees(APPROVAL + " .overrides .because", road.lastDecision("gate-quality").because());
    dana.sees(APPROVAL + " .overrides .who", "Six items are too few to tell.");
    assertThat(dana.barriers(APPROVAL)).isEmpty();
    dana.press("Space").sees(APPROVAL + " .send", "Approve and publish").press("Control+Enter");
    dana.sees(TOAST, "The version is being published.");
  }

  /** Section 7 of the promise: no byte tells what is gold, or what others said. */
  private void assertThatNothingIsGivenAway(Seat vera, Road road) {
    List<Seat.Answer> bodies = vera.answers();
    assertThat(bodies).extracting(Seat.Answer::path).anyMatch(path -> path.endsWith("/submit"));
    List<String> secrets = new ArrayList<>(goldIds(road));
    assertThat(secrets).hasSize(4);
    secrets.add(road.person("ben").id());
    for (Seat.Answer body : bodies) {
      assertThat(body.body()).as(body.path()).doesNotContain(secrets);
      assertThat(body.body()).as(body.path()).doesNotContainPattern("(?i)\\b(gold|arm)");
    }
    List<Seat.Answer> packages =
        bodies.stream().filter(body -> body.path().endsWith("/work/next")).toList();
    assertThat(packages).hasSize(2);
    for (Seat.Answer answer : packages) {
      JsonNode items = json(answer.body()).get("items");
      assertThat(items).hasSize(4);
      for (JsonNode item : items) {
        assertThat(item.fieldNames())
            .toIterable()
            .containsExactlyInAnyOrder(
                "assignment", "text", "textFollows", "candidates", "suggestion", "draft", "media");
        assertThat(item.get("candidates")).as("what others said").isEmpty();
        assertThat(item.get("draft").isNull()).as("nothing is answered yet").isTrue();
      }
    }
  }

  private List<String> goldIds(Road road) {
    return database
        .sql("select item_id from touchstone.gold_item where project_key = ?")
        .param(road.project())
        .query(String.class)
        .list();
  }

  private String published(Road road) {
    return database
        .sql(
            """
            select version || ' ' || state || ' ' || approved_by from touchstone.dataset_version
            where batch_id = ?
            """)
        .param(road.batchId())
        .query(String.class)
        .single();
  }

  @Test
  void a_submit_waits_for_an_answer_that_was_changed_while_the_one_before_was_being_saved() {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(1));
    String nils = withPassword(road, "nils", Role.ANNOTATOR);
    road.annotators("nils").receiveThings(1).untilItRests();
    at(
        nils,
        seat -> {
          seat.open("Label items", road.batchId()).sees(WORKBENCH, "Item 1 of 1").hold(DRAFTS);
          seat.press("1").sees(WORKBENCH, "The item is labelled").holds(1);
          seat.press("k").sees(WORKBENCH, "Item 1 of 1").press("2").hasLabel("Blue");
          seat.press("Control+Enter");
          seat.sees(WORKBENCH + " .submit", "Submitting").release(DRAFTS);

          seat.sees(TOAST, "1 label submitted. Thank you.");
          assertThat(seat.complaints()).isEmpty();
        });
  }

  @Test
  void drafts_survive_a_reload_another_tab_and_the_end_of_the_session() {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(1).itemsPerPackage(4));
    String nora = withPassword(road, "nora", Role.ANNOTATOR);
    road.annotators("nora").receiveThings(4).untilItRests();
    at(
        nora,
        seat -> {
          seat.open("Label items", road.batchId()).sees(WORKBENCH, "Item 1 of 4");

          seat.read(5).press("1").sees(WORKBENCH, "Item 2 of 4").read(1).sees(SAVED, "All changes");
          seat.reload().sees(WORKBENCH, "Item 2 of 4").press("k").hasLabel("Red");

          Seat tab = seat.secondTab();
          tab.sees(WORKBENCH, "Item 2 of 4")
              .press("k")
              .sees(WORKBENCH, "Item 1 of 4")
              .hasLabel("Red");
          tab.press("2").sees(WORKBENCH, "Item 2 of 4").read(1).sees(SAVED, "All changes");
          seat.toFront().press("Backspace").read(1);
          seat.sees(WORKBENCH, "Item 1 was saved in another window just now.").hasLabel("Blue");
          tab.leave();

          seat.holdTasklist().loseSession();
          seat.press("j").sees(WORKBENCH, "Item 2 of 4").press("1").read(1);
          seat.sees(WORKBENCH, "Your session has ended, log in again; nothing is lost.");
          seat.hearTasklist().read(60).fillLogin(nora);
          seat.sees(WORKBENCH, "Item 3 of 4").read(1).sees(SAVED, "All changes");
          assertThat(drafts(road)).containsExactly("blue", "red");
          assertThat(seat.complaints())
              .allMatch(complaint -> complaint.matches(".*status of (401|403|412) .*"));
        });
  }

  private List<String> drafts(Road road) {
    return database
        .sql(
            """
            select d.answers -> 'answer' ->> 'label' from touchstone.draft d
            join touchstone.assignment a on a.id = d.assignment_id
            where a.batch_id = ? and d.answers is not null order by a.position
            """)
        .param(road.batchId())
        .query(String.class)
        .list();
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON", e);
    }
  }
}

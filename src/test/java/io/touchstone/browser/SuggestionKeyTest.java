package io.touchstone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.platform.security.Role;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A suggestion at the editor: seen, taken over with one key, or not. */
class SuggestionKeyTest extends SeatedTest {

  private static final String WORKBENCH = "touchstone-workbench";
  private static final String SUGGESTION = WORKBENCH + " .suggestion";

  @Autowired private JdbcClient database;

  @Test
  void a_suggestion_is_taken_over_by_a_key_of_its_own_and_by_nothing_else() {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(1).itemsPerPackage(30));
    String sue = "sue" + road.project().replaceAll("\\D", "");
    directory.add(sue, "Sue", Optional.of(Seat.PASSWORD), Set.of(Role.ANNOTATOR));
    road.annotators("sue").receiveLines(lines()).untilItRests();
    List<Boolean> suggested =
        road.workOf("sue").orElseThrow().items().stream()
            .map(item -> item.suggestion().isPresent())
            .toList();
    assertThat(suggested).contains(true, false);

    try (Seat seat = new Seat(chromium, port)) {
      seat.logIn(sue).open("Label items", road.batchId());
      int accepted = 0;
      int changed = 0;
      for (int i = 0; i < suggested.size(); i++) {
        seat.sees(WORKBENCH, "Item " + (i + 1) + " of 30").hasLabel("").read(5);
        if (!suggested.get(i)) {
          assertThat(seat.page().locator(SUGGESTION).isVisible()).isFalse();
          seat.press("a").hasLabel("").press("2");
          continue;
        }
        seat.sees(SUGGESTION, "Suggested:");
        if (accepted == 0) {
          seat.photograph(Path.of("target", "suggestion.png"));
          assertThat(seat.barriers(WORKBENCH)).isEmpty();
        }
        if (accepted <= changed) {
          String name = seat.text(SUGGESTION + " button").split("\\s")[0];
          seat.press("a");
          if (accepted == 0 && i < suggested.size() - 1) {
            seat.sees(WORKBENCH, "Item " + (i + 2) + " of 30").press("k").hasLabel(name).press("j");
          }
          accepted++;
        } else {
          String name = seat.text(SUGGESTION + " button").split("\\s")[0];
          seat.press(name.equals("Red") ? "2" : "1");
          changed++;
        }
      }
      seat.sees(WORKBENCH, "All 30 items are labelled").press("Control+Enter");
      seat.sees("touchstone-toast", "30 labels submitted.");
      assertThat(seat.complaints()).isEmpty();
      assertThat(notes(road))
          .containsEntry("true true", (long) accepted)
          .containsEntry("false false", (long) changed)
          .hasSize(2);
    }
  }

  /** Taken over as they are, changed, and an item without: in that order, as often as need be. */
  @Test
  void suggested_spans_come_into_the_editor_where_they_can_be_changed() {
    Road road = Road.ofSpans(beans, Options.standard().annotatorsPerItem(1).itemsPerPackage(12));
    String sid = "sid" + road.project().replaceAll("\\D", "");
    directory.add(sid, "Sid", Optional.of(Seat.PASSWORD), Set.of(Role.ANNOTATOR));
    road.annotators("sid").receiveLines(notes()).untilItRests();
    List<Boolean> suggested =
        road.workOf("sid").orElseThrow().items().stream()
            .map(item -> item.suggestion().isPresent())
            .toList();
    assertThat(suggested).contains(true);

    try (Seat seat = new Seat(chromium, port)) {
      seat.logIn(sid).open("Label items", road.batchId());
      int accepted = 0;
      int changed = 0;
      for (int i = 0; i < suggested.size(); i++) {
        seat.sees(WORKBENCH, "Item " + (i + 1) + " of 12").read(5);
        assertThat(seat.page().locator(WORKBENCH + " mark.span").count()).isZero();
        if (!suggested.get(i)) {
          seat.press("0");
          continue;
        }
        seat.sees(SUGGESTION, "Suggested:");
        if (accepted + changed == 0) {
          seat.photograph(Path.of("target", "suggestion-spans.png"));
          assertThat(seat.barriers(WORKBENCH)).isEmpty();
        }
        seat.press("a").sees(WORKBENCH + " mark.span >> nth=1", "400");
        if (accepted > changed) {
          seat.press("Tab", "Delete");
          changed++;
        } else {
          accepted++;
        }
        seat.press("Enter");
      }
      seat.sees(WORKBENCH, "All 12 items are done").press("Control+Enter");
      seat.sees("touchstone-toast", "12 items submitted.");
      assertThat(seat.complaints()).isEmpty();
      assertThat(notes(road))
          .containsEntry("true true", (long) accepted)
          .containsEntry("true false", (long) changed);
    }
  }

  /** Two words are suggested, so that a decoy has two spans as well: one with another label. */
  private static String notes() {
    return IntStream.rangeClosed(1, 12)
        .mapToObj(
            i ->
                """
                {"id": "n%d", "text": "Give ibuprofen 400 at %d hours.",
                 "suggestions": [{"spans": [{"start": 5, "end": 14, "label": "drug"},
                  {"start": 15, "end": 18, "label": "dose"}],
                  "score": 0.9, "model": "m", "version": "1"}]}
                """
                    .formatted(i, i)
                    .replace("\n", ""))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String lines() {
    return IntStream.rangeClosed(1, 30)
        .mapToObj(
            i ->
                """
                {"id": "r%d", "text": "The colour of the %dth thing is not easily told.",
                 "suggestions": [{"label": "%s", "score": 0.9, "model": "m", "version": "1"}]}
                """
                    .formatted(i, i, i % 3 == 0 ? "blue" : "red")
                    .replace("\n", ""))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** Of what was in view: "accepted the-same-label" and how often. */
  private Map<String, Long> notes(Road road) {
    Map<String, Long> notes = new TreeMap<>();
    database
        .sql(
            """
            select n.accepted || ' ' ||
                   (touchstone.answers_of_judgement(j.id) = case r.arm
                     when 'planted' then r.decoy else r.suggested end) as note,
                   count(*) as times
            from touchstone.judgement_assist n
            join touchstone.judgement j on j.id = n.judgement_id
            join touchstone.assignment_arm r on r.assignment_id = j.assignment_id
            where j.batch_id = ? and n.arm <> 'blind' group by 1
            """)
        .param(road.batchId())
        .query(
            row -> {
              notes.put(row.getString("note"), row.getLong("times"));
            });
    return notes;
  }
}

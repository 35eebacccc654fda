package io.touchstone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.platform.security.Directory;
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
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A suggestion at the editor: seen, taken over with one key, or not. */
class SuggestionKeyTest extends IntegrationTest {

  private static final String WORKBENCH = "touchstone-workbench";
  private static final String SUGGESTION = WORKBENCH + " .suggestion";

  @Autowired private BeanFactory beans;
  @Autowired private Directory directory;
  @Autowired private JdbcClient database;
  @LocalServerPort private int port;

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

    try (Chromium chromium = Chromium.start();
        Seat seat = new Seat(chromium, port)) {
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
                   (touchstone.answer(j.label, j.spans) = case r.arm
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

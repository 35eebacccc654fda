package io.touchstone.assist;

import static io.touchstone.assist.SuggestionRoad.colour;
import static io.touchstone.assist.SuggestionRoad.receive;
import static io.touchstone.assist.SuggestionRoad.suggests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.touchstone.IntegrationTest;
import io.touchstone.annotation.Work;
import io.touchstone.annotation.WorkDesk;
import io.touchstone.answer.oneclass.ClassLabel;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import io.touchstone.tasking.ReturnReason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a row with a suggestion to a judgement that says what was shown. */
class SuggestedWorkTest extends IntegrationTest {

  @Autowired private BeanFactory beans;
  @Autowired private WorkDesk desk;
  @Autowired private JdbcClient database;
  @Autowired private Arms arms;

  private final ObjectMapper json = JsonMapper.builder().findAndAddModules().build();

  /** Twenty items in a hundred bear no suggestion; nobody has been measured yet. */
  private Road fiftyThings(Options options) {
    Road road = Road.of(beans, options).annotators("ada", "ben");
    receive(road, 50, i -> i % 5 == 0 ? "[]" : suggests(colour(i)));
    return road.untilItRests();
  }

  @Test
  void every_assignment_of_an_item_with_a_suggestion_has_an_arm_and_no_other() {
    Road road = fiftyThings(Options.standard());

    Map<String, Long> drawn = armsOf(road);
    assertThat(drawn.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(80);
    assertThat(drawn).containsKeys("shown", "blind");
    assertThat(
            database
                .sql(
                    """
                    select count(*) from touchstone.assignment_arm r
                    join touchstone.assignment a on a.id = r.assignment_id
                    join touchstone.suggestion s on s.id = r.suggestion_id and s.item_id = a.item_id
                    where r.batch_id = ? and s.suggested = r.suggested and r.decoy <> r.suggested
                    """)
                .param(road.batchId())
                .query(Long.class)
                .single())
        .isEqualTo(80);
  }

  @Test
  void a_repeated_draw_changes_no_arm() {
    Road road = fiftyThings(Options.standard());
    List<String> before = armRows(road);

    arms.draw(road.batchId());

    assertThat(armRows(road)).isEqualTo(before);
  }

  @Test
  void a_hidden_suggestion_looks_like_none_and_a_planted_one_like_any_other() throws Exception {
    Road road = fiftyThings(Options.standard().gold(0.2, 12));
    Work work = road.workOf("ada").orElseThrow();
    Map<String, String> armOf = armByAssignment(road);

    for (JsonNode item : json.readTree(json.writeValueAsString(work)).get("items")) {
      String arm = armOf.getOrDefault(item.get("assignment").asText(), "none");
      assertThat(item.fieldNames())
          .toIterable()
          .containsExactly(
              "assignment", "text", "textFollows", "candidates", "suggestion", "draft", "media");
      if (Set.of("none", "blind").contains(arm)) {
        assertThat(item.get("suggestion").isNull()).as(arm).isTrue();
      } else {
        assertThat(item.get("suggestion").fieldNames())
            .toIterable()
            .containsExactly("label", "spans", "classes", "scale", "answers");
      }
    }
  }

  @Test
  void gold_has_suggestions_about_as_often_as_other_items() {
    Road road = Road.of(beans, Options.standard().gold(0.5, 120)).annotators("ada", "ben");
    receive(road, 100, i -> i % 5 == 0 ? "[]" : suggests(colour(i))).untilItRests();

    long suggested =
        database
            .sql(
                """
                select count(*) from touchstone.assignment_arm
                where batch_id = ? and suggestion_id is null
                """)
            .param(road.batchId())
            .query(Long.class)
            .single();
    // 50 gold items each among the first hundred and 6 among the rest, 80 % of which are expected
    // to
    // have one, 90 of 112; five standard deviations of a draw per item, for both people, are 25.
    assertThat(suggested).isBetween(65L, 111L);
  }

  @Test
  void without_suggestions_nothing_is_drawn() {
    Road road = Road.of(beans, Options.standard().gold(0.2, 4)).annotators("ada", "ben");
    road.receiveThings(10).untilItRests();

    assertThat(armsOf(road)).isEmpty();
    assertThat(road.workOf("ada").orElseThrow().items())
        .allSatisfy(item -> assertThat(item.suggestion()).isEmpty());
  }

  @Test
  void a_judgement_says_what_was_shown_and_whether_it_was_taken_over_or_changed() {
    Road road = fiftyThings(Options.standard().annotatorsPerItem(1));
    Work work = road.workOf("ada").orElseThrow();
    List<Work.WorkItem> shown =
        work.items().stream().filter(item -> item.suggestion().isPresent()).toList();
    String taken = shown.get(0).assignment();
    String changed = shown.get(1).assignment();
    for (Work.WorkItem item : work.items()) {
      String suggested = item.suggestion().map(each -> each.answer().labels().get(0)).orElse("red");
      String label = item.assignment().equals(changed) ? other(suggested) : suggested;
      boolean accepted = Set.of(taken, changed).contains(item.assignment());
      save(road, work, item, label, accepted);
    }

    road.submit("ada", work);

    Map<String, String> notes = notes(road);
    Map<String, String> armOf = armByAssignment(road);
    assertThat(notes.keySet())
        .isEqualTo(
            work.items().stream()
                .map(Work.WorkItem::assignment)
                .filter(armOf::containsKey)
                .collect(Collectors.toSet()));
    notes.forEach((assignment, note) -> assertThat(note).startsWith(armOf.get(assignment)));
    assertThat(notes.get(taken)).endsWith(" true false");
    assertThat(notes.get(changed)).endsWith(" true true");
    assertThat(notes.values().stream().filter(note -> note.endsWith(" false false")).count())
        .isEqualTo(notes.size() - 2L);
  }

  @Test
  void who_claims_to_have_accepted_what_was_hidden_is_neither_refused_nor_believed() {
    Road road = fiftyThings(Options.standard().annotatorsPerItem(1));
    Work work = road.workOf("ada").orElseThrow();
    for (Work.WorkItem item : work.items()) {
      save(road, work, item, "red", true);
    }

    road.submit("ada", work);

    assertThat(notes(road).values().stream().filter(note -> note.startsWith("blind")))
        .isNotEmpty()
        .allMatch(note -> note.equals("blind false false"));
  }

  @Test
  void suggestions_are_no_judgements_and_the_notes_cannot_be_changed() {
    Road road = fiftyThings(Options.standard());

    for (String table : List.of("suggestion", "assignment_arm")) {
      assertThatThrownBy(
              () ->
                  database
                      .sql("delete from touchstone." + table + " where batch_id = ?")
                      .param(road.batchId())
                      .update())
          .rootCause()
          .hasMessageMatching("(?s).*(append-only|permission denied for table assignment_arm).*");
    }
    assertThat(
            database
                .sql("select count(*) from touchstone.judgement where batch_id = ?")
                .param(road.batchId())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void what_comes_to_others_has_arms_of_its_own() {
    Road road = Road.of(beans, Options.standard().annotatorsPerItem(1)).annotators("ada", "ben");
    receive(road, 30, i -> suggests(colour(i))).untilItRests();
    Work work = road.workOf("ada").orElseThrow();

    road.givesBack("ada", work, ReturnReason.NOT_MY_FIELD);

    assertThat(armByAssignment(road)).as("15 of each, and ada's 15 again").hasSize(45);
    assertThat(
            database
                .sql(
                    """
                    select count(*) from touchstone.assignment a
                    join touchstone.assignment_arm r on r.assignment_id = a.id
                    where a.batch_id = ? and a.annotator_id = ?
                    """)
                .param(road.batchId())
                .param(road.person("ben").id())
                .query(Long.class)
                .single())
        .isEqualTo(30);
  }

  private static String other(String label) {
    return label.equals("red") ? "blue" : "red";
  }

  private void save(Road road, Work work, Work.WorkItem item, String label, boolean accepted) {
    WorkDesk.Said said = WorkDesk.Said.of(new ClassLabel(label));
    desk.saveDraft(
        road.person("ada"),
        work.packageId(),
        item.assignment(),
        0,
        accepted ? said.takenOver() : said,
        12);
  }

  private Map<String, Long> armsOf(Road road) {
    return armByAssignment(road).values().stream()
        .collect(Collectors.groupingBy(arm -> arm, TreeMap::new, Collectors.counting()));
  }

  private Map<String, String> armByAssignment(Road road) {
    return pairs(
        "select assignment_id as key, arm as value from touchstone.assignment_arm where batch_id ="
            + " ?",
        road);
  }

  /** "arm accepted edited" by assignment. */
  private Map<String, String> notes(Road road) {
    return pairs(
        """
        select j.assignment_id as key, n.arm || ' ' || n.accepted || ' ' || n.edited as value
        from touchstone.judgement_assist n join touchstone.judgement j on j.id = n.judgement_id
        where j.batch_id = ?
        """,
        road);
  }

  private Map<String, String> pairs(String sql, Road road) {
    Map<String, String> pairs = new TreeMap<>();
    database
        .sql(sql)
        .param(road.batchId())
        .query(
            row -> {
              pairs.put(row.getString("key"), row.getString("value"));
            });
    return pairs;
  }

  private List<String> armRows(Road road) {
    return database
        .sql(
            """
            select assignment_id || arm || suggested || decoy from touchstone.assignment_arm
            where batch_id = ? order by assignment_id
            """)
        .param(road.batchId())
        .query(String.class)
        .list();
  }
}

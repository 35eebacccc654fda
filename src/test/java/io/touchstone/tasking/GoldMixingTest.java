package io.touchstone.tasking;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class GoldMixingTest extends IntegrationTest {

  @Autowired private BeanFactory beans;
  @Autowired private JdbcClient database;

  /** Of 18 items and a share of 0.25, six gold ones make 24 in all. */
  @Test
  void gold_makes_up_the_projects_share_of_everybodys_work() {
    Road road =
        Road.of(beans, Options.standard().gold(0.25, 30))
            .annotators("ada", "ben")
            .receiveThings(18)
            .untilItRests();

    assertThat(count(road, true)).containsExactlyInAnyOrderEntriesOf(all(road, 6));
    assertThat(count(road, false)).containsExactlyInAnyOrderEntriesOf(all(road, 18));
    assertThat(road.workOf("ada").orElseThrow().items()).hasSize(24);
  }

  /**
   * A plan takes at most half of what is left to a person: 8, of which 6 are asked for, gives 4,
   * then 2, 1 and 1. Within 90 days nobody has the same twice.
   */
  @Test
  void
      nobody_is_given_the_same_gold_twice_within_ninety_days_and_half_is_left_for_the_next_batch() {
    Road road = Road.of(beans, Options.standard().gold(0.25, 8)).annotators("ada", "ben");
    for (int gold : List.of(4, 2, 1, 1)) {
      road.receiveThings(18).untilItRests();
      assertThat(count(road, true)).containsExactlyInAnyOrderEntriesOf(all(road, gold));
      road.everybodyLabels(Road.RIGHT).untilItRests();
    }
    assertThat(goldSeen(road, "ada")).hasSize(8).doesNotHaveDuplicates();
  }

  /**
   * The demo's proportions: k = 3, eight people, a share of 0.20, 60 known answers, 300 items. Each
   * person has 112 or 113 items: 80 and 20 gold ones are the first hundred, and of the rest one in
   * ten is gold, 32 / 9 or 33 / 9 = 3.6: 24, and 20 are one look at somebody.
   */
  @Test
  void in_the_demos_proportions_everybody_meets_enough_known_answers_for_a_look() {
    Road road =
        Road.of(beans, Options.standard().annotatorsPerItem(3).gold(0.20, 60))
            .annotators("p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8")
            .receiveThings(300)
            .untilItRests();

    assertThat(count(road, false).values())
        .hasSize(8)
        .allMatch(items -> Set.of(112L, 113L).contains(items));
    assertThat(count(road, true).values()).hasSize(8).containsOnly(24L);
  }

  /**
   * 60 known answers and five batches of 200 items in a row, which each person labels in full. With
   * the project's share of 0.28 for all work, the first took all 60 and the others had none.
   */
  @Tag("slow")
  @Test
  void five_batches_in_a_row_hold_gold_for_everybody() {
    Road road = Road.of(beans, Options.standard().gold(0.20, 60)).annotators("ada", "ben");
    for (int batch = 1; batch <= 5; batch++) {
      road.receiveThings(200).untilItRests();
      Map<String, Long> gold = count(road, true);
      System.out.println(
          "gold-per-batch " + batch + " " + gold + " of " + count(road, false) + " items each");
      assertThat(gold)
          .as("batch " + batch)
          .hasSize(2)
          .allSatisfy(
              (person, items) -> {
                assertThat(items).isPositive();
              });
      road.everybodyLabels(GOLD_RIGHT).untilItRests();
    }
    assertThat(goldSeen(road, "ada")).doesNotHaveDuplicates();
  }

  /** Known things are red and blue by turns: the first is blue, as TestProjects says. */
  private static final Road.Answers GOLD_RIGHT =
      (person, text) ->
          text.startsWith("Known thing ")
              ? Integer.parseInt(text.substring("Known thing ".length())) % 2 == 0 ? "red" : "blue"
              : text.split(" ")[0];

  @Test
  void gold_lies_anywhere_in_a_package_and_looks_like_any_other_item() {
    Road road =
        Road.of(beans, Options.standard().gold(0.3, 60))
            .annotators("ada", "ben")
            .receiveThings(60)
            .untilItRests();

    List<Integer> positions = goldPositions(road, "ada");
    assertThat(positions).hasSize(26);
    assertThat(positions.stream().filter(position -> position <= 43).count())
        .as("in the first half of 86, of which 13 are expected")
        .isBetween(5L, 21L);
    assertThat(road.workOf("ada").orElseThrow().items())
        .allSatisfy(item -> assertThat(item.assignment()).matches("[0-9a-f]{32}"));
  }

  private static Map<String, Long> all(Road road, long count) {
    return Map.of(road.person("ada").id(), count, road.person("ben").id(), count);
  }

  private Map<String, Long> count(Road road, boolean gold) {
    Map<String, Long> counts = new TreeMap<>();
    database
        .sql(
            """
            select a.annotator_id, count(*) as items
            from touchstone.assignment a
            where a.batch_id = :batch
              and exists (select from touchstone.gold_item g where g.item_id = a.item_id) = :gold
            group by a.annotator_id
            """)
        .param("batch", road.batchId())
        .param("gold", gold)
        .query(
            row -> {
              counts.put(row.getString("annotator_id"), row.getLong("items"));
            });
    return counts;
  }

  private List<String> goldSeen(Road road, String name) {
    return database
        .sql(
            """
            select a.item_id from touchstone.assignment a
            join touchstone.gold_item g on g.item_id = a.item_id
            where a.annotator_id = :person
            """)
        .param("person", road.person(name).id())
        .query(String.class)
        .list();
  }

  private List<Integer> goldPositions(Road road, String name) {
    return database
        .sql(
            """
            select a.position from touchstone.assignment a
            join touchstone.gold_item g on g.item_id = a.item_id
            where a.annotator_id = :person and a.batch_id = :batch
            order by a.position
            """)
        .param("person", road.person(name).id())
        .param("batch", road.batchId())
        .query(Integer.class)
        .list();
  }
}

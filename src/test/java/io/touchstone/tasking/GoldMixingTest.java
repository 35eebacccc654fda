package io.touchstone.tasking;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

  @Test
  void nobody_is_given_the_same_gold_twice_across_batches_and_when_it_is_used_up_there_is_none() {
    Road road = Road.of(beans, Options.standard().gold(0.25, 8)).annotators("ada", "ben");
    road.receiveThings(18).untilItRests().everybodyLabels(Road.RIGHT);
    assertThat(count(road, true)).containsExactlyInAnyOrderEntriesOf(all(road, 6));

    road.receiveThings(18).untilItRests();
    assertThat(count(road, true)).containsExactlyInAnyOrderEntriesOf(all(road, 2));
    road.everybodyLabels(Road.RIGHT);

    road.receiveThings(18).untilItRests();
    assertThat(count(road, true)).isEmpty();
    assertThat(count(road, false)).containsExactlyInAnyOrderEntriesOf(all(road, 18));
    assertThat(goldSeen(road, "ada")).hasSize(8).doesNotHaveDuplicates();
  }

  /**
   * The demo's proportions: k = 3, eight people, a share of 0.28, 60 known answers, 300 items. Each
   * person has 112 or 113 items and, by 112 * 0.28 / 0.72 = 43.6, 44 gold ones; 40 are needed for
   * an interval that says anything.
   */
  @Test
  void in_the_demos_proportions_everybody_meets_at_least_forty_known_answers() {
    Road road =
        Road.of(beans, Options.standard().annotatorsPerItem(3).gold(0.28, 60))
            .annotators("p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8")
            .receiveThings(300)
            .untilItRests();

    assertThat(count(road, false).values())
        .hasSize(8)
        .allMatch(items -> Set.of(112L, 113L).contains(items));
    assertThat(count(road, true).values()).hasSize(8).containsOnly(44L);
  }

  @Test
  void gold_lies_anywhere_in_a_package_and_looks_like_any_other_item() {
    Road road =
        Road.of(beans, Options.standard().gold(0.3, 40))
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

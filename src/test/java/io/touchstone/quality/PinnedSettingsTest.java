package io.touchstone.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.project.TestProjects;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.quality.acceptance.AcceptancePlan;
import io.touchstone.quality.acceptance.AcceptanceSampling;
import io.touchstone.road.Road;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A project is changed while one of its batches is under way. */
class PinnedSettingsTest extends IntegrationTest {

  private static final int LOT = 300;

  @Autowired private BeanFactory beans;
  @Autowired private JdbcClient database;
  @Autowired private AcceptanceSampling sampling;

  @Test
  void a_batch_keeps_people_per_item_limit_and_rules_and_the_next_one_has_the_new_ones() {
    Road road = Road.of(beans, Options.standard()).annotators("ada", "bo", "cy");
    road.receive(texts("first"));
    String first = road.batchId();
    AcceptancePlan before = sampling.plan(first, LOT);

    TestProjects.change(
        beans,
        road.project(),
        "{\"annotatorsPerItem\": 3, \"aql\": 4.0, \"names\": [\"Qorvath\"]}");
    road.untilItRests();

    assertThat(textsOf(first)).as("rules").allMatch(text -> text.endsWith("Qorvath"));
    assertThat(peoplePerItem(first)).as("people per item").containsOnly(2);
    assertThat(sampling.plan(first, LOT)).as("limit").isEqualTo(before);

    road.receive(texts("second")).untilItRests();
    String second = road.batchId();

    assertThat(textsOf(second)).as("rules").allMatch(text -> text.endsWith("[NAME]"));
    assertThat(peoplePerItem(second)).as("people per item").containsOnly(3);
    assertThat(sampling.plan(second, LOT)).as("limit").isNotEqualTo(before);
  }

  private static String[] texts(String word) {
    return IntStream.rangeClosed(1, 6)
        .mapToObj(i -> "red %s thing %d of Qorvath".formatted(word, i))
        .toArray(String[]::new);
  }

  private List<String> textsOf(String batch) {
    return database
        .sql("select text from touchstone.item where batch_id = ?")
        .param(batch)
        .query(String.class)
        .list();
  }

  private List<Integer> peoplePerItem(String batch) {
    return database
        .sql("select count(*) from touchstone.assignment where batch_id = ? group by item_id")
        .param(batch)
        .query(Integer.class)
        .list();
  }
}

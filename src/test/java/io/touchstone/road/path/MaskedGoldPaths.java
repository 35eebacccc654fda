package io.touchstone.road.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.touchstone.annotation.Work;
import io.touchstone.answer.oneclass.ClassLabel;
import io.touchstone.answer.spans.MarkedText;
import io.touchstone.answer.spans.SpanSet;
import io.touchstone.ingestion.rule.ChangedRules;
import io.touchstone.platform.engine.task.OpenTask;
import io.touchstone.platform.engine.task.PersonTasks;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.GoldSink;
import io.touchstone.project.TestProjects;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** New rules meet gold. */
class MaskedGoldPaths extends PathTest {

  private static final Options FOUR_KNOWN = Options.standard().gold(0.25, 4);

  /** As {@link TestProjects} stores them. */
  private static List<GoldSink.GoldLine> lines() {
    return IntStream.rangeClosed(1, 4)
        .mapToObj(
            i ->
                new GoldSink.GoldLine(
                    i,
                    "gold-" + i,
                    "Known thing " + i,
                    new ClassLabel(TestProjects.LABELS.get(i % 2).id())))
        .toList();
  }

  private List<String> goldOf(String batch) {
    return beans
        .getBean(JdbcClient.class)
        .sql(
            """
            select distinct i.text from touchstone.assignment a
            join touchstone.item i on i.id = a.item_id and i.batch_id is null
            where a.batch_id = ? order by i.text
            """)
        .param(batch)
        .query(String.class)
        .list();
  }

  private static String review(Road road) {
    return "masked-gold-" + road.project() + "-1";
  }

  @Test
  void a_batch_shows_gold_as_its_own_rules_made_it_and_newly_masked_gold_waits_for_a_decision() {
    Road road = road(FOUR_KNOWN).annotators("ada", "ben").receiveThings(12).untilItRests();
    String older = road.batchId();
    ChangedRules rules = new ChangedRules(beans, road.project()).goldIsRead(lines());
    assertThat(goldOf(older)).allMatch(text -> text.matches("Known thing [1-4]")).isNotEmpty();

    rules.removes("Known").goldIsRead(lines());

    Work work = road.workOf("ada").orElseThrow();
    assertThat(work.items())
        .extracting(Work.WorkItem::text)
        .anyMatch(text -> text.startsWith("Known"))
        .noneMatch(text -> text.contains("[NAME]"));
    road.engine().runJobs(review(road));
    assertThat(road.engine().instances(review(road), "masked-gold").get(0))
        .isWaitingAt("decide-masked-gold");
    assertThat(rules.masked(review(road)))
        .extracting(each -> each.substring(each.indexOf(' ') + 1))
        .containsExactlyInAnyOrder(
            "[NAME] thing 1 true",
            "[NAME] thing 2 true",
            "[NAME] thing 3 true",
            "[NAME] thing 4 true");
    road.annotators("cleo", "dan").receiveThings(12).untilItRests();
    assertThat(goldOf(road.batchId())).as("before anybody has decided").isEmpty();

    PersonTasks tasks = beans.getBean(PersonTasks.class);
    OpenTask task = tasks.ofBatch(review(road)).get(0);
    String used = rules.masked(review(road)).get(0).split(" ")[0];
    assertThatThrownBy(() -> tasks.complete(task.id(), road.person("mia"), Map.of()))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("gold-undecided"));
    tasks.complete(task.id(), road.person("mia"), Map.of("used", List.of(used)));
    road.engine().runJobs(review(road));

    assertThat(road.engine().instances(review(road), "masked-gold").get(0))
        .hasPassedInOrder("gold-masked", "decide-masked-gold", "masked-gold-decided")
        .isEnded();
    road.annotators("eve", "fay").receiveThings(24).untilItRests();
    assertThat(goldOf(road.batchId())).containsExactly("[NAME] thing 1");
    assertThat(goldOf(older)).allMatch(text -> text.matches("Known thing [1-4]"));
    rules.goldIsRead(lines());
    assertThat(tasks.ofBatch("masked-gold-" + road.project() + "-2"))
        .as("what was decided stays decided")
        .isEmpty();
  }

  @Test
  void rules_that_remove_a_part_of_a_known_answer_stop_no_start_and_the_answer_goes_out_of_use() {
    String gold = "Give [drug:Zolvex] at noon.";
    Road road = Road.ofSpans(beans, FOUR_KNOWN, gold);
    ChangedRules rules = new ChangedRules(beans, road.project());
    MarkedText marked = MarkedText.of(gold);

    rules
        .removes("Zolvex")
        .goldIsRead(
            List.of(
                new GoldSink.GoldLine(1, "gold-1", marked.text(), new SpanSet(marked.spans()))));

    road.engine().runJobs(review(road));
    List<String> waiting = rules.masked(review(road));
    assertThat(waiting).singleElement().asString().endsWith("Give Zolvex at noon. false");
    PersonTasks tasks = beans.getBean(PersonTasks.class);
    OpenTask task = tasks.ofBatch(review(road)).get(0);
    assertThatThrownBy(
            () ->
                tasks.complete(
                    task.id(),
                    road.person("mia"),
                    Map.of("used", List.of(waiting.get(0).split(" ")[0]))))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("unknown-gold"));
    tasks.complete(task.id(), road.person("mia"), Map.of("used", List.of()));
    road.engine().runJobs(review(road));
    assertThat(road.engine().instances(review(road), "masked-gold").get(0)).isEnded();
  }
}

package io.touchstone.road.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.touchstone.ingestion.rule.ChangedRules;
import io.touchstone.platform.engine.task.OpenTask;
import io.touchstone.platform.engine.task.PersonTasks;
import io.touchstone.platform.web.Refusal;
import io.touchstone.road.Road;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** New rules meet what older ones have made. */
class RuleSearchPaths extends PathTest {

  /** Two texts of a batch with a name that no rule knows. */
  private static final String[] TEXTS = {
    "red thing of quillfeather", "red thing 2", "blue thing 3", "blue thing, Quillfeather again"
  };

  private Road published() {
    Road road = road().annotators("ada", "ben").receive(TEXTS).untilItRests();
    road.everybodyLabels(Road.RIGHT).untilItRests();
    if (road.openTasks().get(0).key().equals("resolve-held-batch")) {
      road.resolve("accept", "Four items are few.");
    }
    return road.decideRelease("tom", "approve", "");
  }

  @Test
  void
      published_and_unpublished_items_are_searched_under_new_rules_and_an_officer_gets_the_places() {
    Road road = published();
    String first = road.batchId();
    road.receive("red thing 5", "blue thing to QUILLFEATHER").untilItRests();
    ChangedRules rules = new ChangedRules(beans, road.project());

    String search = rules.removes("Quillfeather").isRead().orElseThrow();
    road.engine().runJobs(search);

    assertThat(road.engine().instances(search, "rule-search").get(0))
        .isWaitingAt("review-rule-hits");
    assertThat(rules.found(search))
        .containsExactly(first + " true NAME 2 2", road.batchId() + " false NAME 1 1");
    assertThat(rules.strings(search))
        .containsExactlyInAnyOrder("quillfeather", "Quillfeather", "QUILLFEATHER");
    assertThat(texts(first)).as("nothing is changed").containsExactlyInAnyOrder(TEXTS);
    assertThat(
            beans
                .getBean(HistoryService.class)
                .createHistoricVariableInstanceQuery()
                .processInstanceId(road.engine().instances(search, "rule-search").get(0).getId())
                .list())
        .extracting(HistoricVariableInstance::getName)
        .containsExactlyInAnyOrder("moreToSearch", "hits");

    PersonTasks tasks = beans.getBean(PersonTasks.class);
    OpenTask task = tasks.ofBatch(search).get(0);
    assertThatThrownBy(() -> tasks.complete(task.id(), road.person("pia"), Map.of("note", " ")))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("note-missing"));
    tasks.complete(task.id(), road.person("pia"), Map.of("note", "Version 1.0.0 is withdrawn."));
    road.engine().runJobs(search);

    assertThat(road.engine().instances(search, "rule-search").get(0))
        .hasPassedInOrder(
            "rules-changed",
            "search-items",
            "more-to-search",
            "anything-found",
            "review-rule-hits",
            "hits-reviewed")
        .isEnded();
    assertThat(rules.isRead()).as("rules that have not changed again").isEmpty();
  }

  private java.util.List<String> texts(String batch) {
    return beans
        .getBean(JdbcClient.class)
        .sql("select text from touchstone.item where batch_id = ?")
        .param(batch)
        .query(String.class)
        .list();
  }

  @Test
  void a_search_that_finds_nothing_asks_nobody() {
    Road road = road().receive(TEXTS).untilItRests();
    ChangedRules rules = new ChangedRules(beans, road.project());

    String search = rules.removes("Bramblethwaite").isRead().orElseThrow();
    road.engine().runJobs(search);

    assertThat(road.engine().instances(search, "rule-search").get(0))
        .hasPassedInOrder("search-items", "more-to-search", "anything-found", "nothing-found")
        .isEnded();
  }

  @Test
  void rules_that_change_once_more_leave_the_rest_to_the_search_that_follows() {
    Road road = road().receive(TEXTS).untilItRests();
    ChangedRules rules = new ChangedRules(beans, road.project());
    String search = rules.removes("Bramblethwaite").isRead().orElseThrow();

    String next = rules.removes("Quillfeather").isRead().orElseThrow();
    road.engine().runJobs(search);
    road.engine().runJobs(next);

    assertThat(rules.found(search)).isEmpty();
    assertThat(rules.found(next)).containsExactly(road.batchId() + " false NAME 2 2");
  }
}

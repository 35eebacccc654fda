package io.touchstone.road.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.touchstone.annotation.Work;
import io.touchstone.annotation.WorkDesk;
import io.touchstone.platform.engine.task.OpenTask;
import io.touchstone.platform.engine.task.PersonTasks;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import io.touchstone.tasking.ReturnReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The talk about the guideline that follows from hidden gold, and the work that comes back. */
class CoachingPaths extends PathTest {

  /** Gold items say red and blue by turns: who says the other one is wrong each time. */
  private static final Road.Answers CARELESS =
      (person, text) -> text.startsWith("Known") ? wrong(text) : Road.RIGHT.of(person, text);

  private static final Road.Answers CAREFUL =
      (person, text) -> text.startsWith("Known") ? right(text) : Road.RIGHT.of(person, text);

  @Autowired private JdbcClient database;

  private static String right(String text) {
    int number = Integer.parseInt(text.replaceAll("\\D", ""));
    return number % 2 == 1 ? "blue" : "red";
  }

  private static String wrong(String text) {
    return right(text).equals("red") ? "blue" : "red";
  }

  @AfterEach
  void backToNow() {
    ClockUtil.reset();
  }

  @Test
  void who_is_wrong_eight_times_in_a_row_is_asked_for_a_talk_and_goes_on_working() {
    Road road = adaHas("1", 40, 40);

    WorkDesk.Submitted first = submits(road, CARELESS);

    String talk = talk(road, 1);
    assertThat(coaching(talk)).isWaitingAt("clarify-guideline");
    assertThat(first.nextTask()).contains(task(talk).id());
    assertThat(looks(road)).containsExactly("coach coach-between-looks 8 0");
    assertThat(first.next()).as("the next package is open all the same").isPresent();
    assertThat(road.workOf("ada")).isPresent();
    assertThat(task(talk).assignee()).contains(road.person("ada").id());
    assertThat(task(talk).variables()).containsOnlyKeys("annotatorId", "pausedBefore", "hours");
  }

  @Test
  void
      after_the_talk_the_submitted_package_comes_back_with_its_answers_and_the_batch_waits_for_it() {
    Road road = adaHas("2", 40, 40);
    submits(road, CARELESS);
    String talk = talk(road, 1);

    clarify(road, talk);

    assertThat(coaching(talk))
        .hasPassedInOrder(
            "clarification-needed",
            "paused-before",
            "clarify-guideline",
            "bring-work-back",
            "work-goes-on")
        .isEnded();
    submits(road, CAREFUL);
    Work again = road.workOf("ada").orElseThrow();
    assertThat(again.title()).endsWith("package 1 · look again");
    assertThat(again.lookAgain()).isPresent();
    assertThat(again.items()).allSatisfy(item -> assertThat(item.draft()).isPresent());
    road.draft("ada", again, CAREFUL);
    road.submit("ada", again);
    road.labels("ada", CAREFUL).untilItRests();
    assertThat(road.decisions()).contains("gate-annotation pass sound");
    assertThat(road.batch().stage().id()).isNotEqualTo("annotation");
    assertThat(goldRight(road)).as("of the latest answers").isEqualTo("40 of 40");
  }

  /** Half of twenty: the interval ends at 0.70, below 0.80. */
  @Test
  void who_is_wrong_half_of_the_time_is_paused_and_the_next_package_is_taken_back() {
    Road road = adaHas("3", 50, 60);

    WorkDesk.Submitted first = submits(road, everySecond());

    String talk = talk(road, 1);
    assertThat(looks(road)).containsExactly("pause pause-and-coach 20 10");
    assertThat(first.next()).as("taken back").isEmpty();
    assertThat(first.nextTask()).contains(task(talk).id());
    assertThat(road.workOf("ada")).isEmpty();
    assertThat(latest(road, "work-package"))
        .hasPassedInOrder("package-given-back", "return-package", "package-returned");
    assertThatThrownBy(() -> desk().mustBeFree(road.person("ada")))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("clarify-first"))
        .hasMessageContaining("Clarify guideline");

    clarify(road, talk);

    assertThat(road.workOf("ada").orElseThrow().title()).endsWith("package 1 · look again");
  }

  @Test
  void nobody_else_may_answer_for_the_person() {
    Road road = adaHas("4", 40, 40);
    submits(road, CARELESS);
    OpenTask task = task(talk(road, 1));

    assertThatThrownBy(() -> tasks().complete(task.id(), road.person("mia"), Map.of()))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(403));
    assertThatThrownBy(
            () ->
                tasks()
                    .complete(task.id(), road.person("ada"), Map.of("remark", "long ".repeat(500))))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("remark-too-long"));
  }

  @Test
  void a_second_pause_goes_to_a_data_manager_who_has_the_person_clarify_once_more() {
    Road road = adaHas("5", 110, 60);
    submits(road, everySecond());
    clarify(road, talk(road, 1));
    for (int packages = 1; talks(road) < 2; packages++) {
      assertThat(packages).as("packages until the second pause").isLessThan(5);
      submits(road, everySecond());
    }

    String talk = talk(road, 2);
    assertThat(looks(road)).last().asString().startsWith("pause paused-again");
    assertThat(coaching(talk))
        .hasPassedInOrder("paused-before")
        .isWaitingAt("settle-clarification");
    assertThat(road.workOf("ada")).isEmpty();

    settle(road, talk, "clarify", "");
    clarify(road, talk);
    assertThat(coaching(talk))
        .hasPassedInOrder("settle-clarification", "clarify-first", "bring-work-back");
    assertThat(road.workOf("ada")).isPresent();
  }

  @Test
  void who_does_not_answer_in_time_is_spoken_to_and_may_still_clarify() {
    Road road = adaHas("6", 40, 40);
    submits(road, CARELESS);
    String talk = talk(road, 1);

    road.engine().untilTheNextTimer(talk);

    assertThat(coaching(talk))
        .hasPassedInOrder("clarification-overdue")
        .isWaitingAt("settle-clarification");
    settle(road, talk, "clarify", "");
    assertThat(coaching(talk)).isWaitingAt("clarify-guideline");
    clarify(road, talk);
    assertThat(coaching(talk)).hasPassed("work-goes-on").isEnded();
  }

  @Test
  void a_data_manager_releases_the_work_of_somebody_who_is_gone_and_says_why() {
    Road road = adaHas("7", 20, 40);
    submits(road, CARELESS);
    road.untilItRests();
    assertThat(road.batch().stage().id()).as("waits for the package").isEqualTo("annotation");
    String talk = talk(road, 1);
    road.engine().untilTheNextTimer(talk);

    assertThatThrownBy(() -> settle(road, talk, "release", " "))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("reason-missing"));
    assertThatThrownBy(() -> settle(road, talk, "", ""))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("decision-missing"));
    settle(road, talk, "release", "She has left.");

    assertThat(coaching(talk))
        .hasPassedInOrder("settle-clarification", "clarify-first", "release-work", "work-released")
        .isEnded();
    road.untilItRests();
    assertThat(road.decisions()).contains("gate-annotation pass sound");
    assertThat(goldRight(road)).isEqualTo("0 of 20");
  }

  @Test
  void work_that_came_back_stands_as_submitted_where_its_person_is_away_or_must_not_have_it() {
    Road road = adaHas("8", 20, 40).annotators("ben");
    submits(road, CARELESS);
    road.untilItRests();
    clarify(road, talk(road, 1));
    Work again = road.workOf("ada").orElseThrow();
    road.givesBack("ada", again, ReturnReason.NO_TIME);
    Work stays = road.workOf("ada").orElseThrow();
    assertThat(stays.packageId()).isEqualTo(again.packageId());
    assertThat(road.workOf("ben")).as("nobody corrects another's answers").isEmpty();

    road.isAway("ada");

    assertThat(road.workOf("ben")).isEmpty();
    road.untilItRests();
    assertThat(road.decisions()).contains("gate-annotation pass sound");
  }

  /** What is answered right stays right; looking twice finds nothing new. */
  @Test
  void looks_find_the_same_however_often_they_are_taken() {
    Road road = adaHas("9", 80, 60);
    submits(road, CAREFUL);
    List<String> once = looks(road);
    assertThat(once).containsExactly("none within-target 20 20");

    for (int i = 0; i < 3; i++) {
      road.workOf("ada");
    }

    assertThat(looks(road)).isEqualTo(once);
    assertThat(talks(road)).isZero();
  }

  /**
   * Ada alone labels so many things with as many gold items among them.
   *
   * @param name of the project: how many gold items a package holds is drawn by it
   */
  private Road adaHas(String name, int things, int itemsPerPackage) {
    return Road.named(
            beans,
            "coaching-" + name,
            Options.standard().annotatorsPerItem(1).gold(0.5, 120).itemsPerPackage(itemsPerPackage))
        .annotators("ada")
        .receiveThings(things)
        .untilItRests();
  }

  private WorkDesk.Submitted submits(Road road, Road.Answers answers) {
    Work work = road.workOf("ada").orElseThrow();
    road.draft("ada", work, answers);
    return road.submit("ada", work);
  }

  /** Every second known answer is right, in the order of the package. */
  private static Road.Answers everySecond() {
    int[] known = {0};
    return (person, text) -> {
      if (!text.startsWith("Known")) {
        return Road.RIGHT.of(person, text);
      }
      return known[0]++ % 2 == 0 ? right(text) : wrong(text);
    };
  }

  private void clarify(Road road, String talk) {
    tasks().complete(task(talk).id(), road.person("ada"), Map.of());
  }

  private void settle(Road road, String talk, String decision, String reason) {
    tasks()
        .complete(
            task(talk).id(), road.person("tom"), Map.of("decision", decision, "reason", reason));
    road.engine().runJobs(talk);
  }

  private static String talk(Road road, int number) {
    return road.batchId() + "-clarification-" + number;
  }

  private OpenTask task(String talk) {
    return Optional.of(tasks().ofBatch(talk)).filter(all -> !all.isEmpty()).orElseThrow().get(0);
  }

  private ProcessInstance coaching(String talk) {
    return road().engine().instances(talk, "annotator-coaching").get(0);
  }

  private PersonTasks tasks() {
    return beans.getBean(PersonTasks.class);
  }

  private WorkDesk desk() {
    return beans.getBean(WorkDesk.class);
  }

  private long talks(Road road) {
    return database
        .sql("select count(*) from touchstone.clarification where batch_id = :batch")
        .param("batch", road.batchId())
        .query(Long.class)
        .single();
  }

  /** "outcome rule gold correct" of each look, in their order. */
  private List<String> looks(Road road) {
    return database
        .sql(
            """
            select concat_ws(' ', outcome, rule, gold_count, gold_correct)
            from touchstone.gold_look where batch_id = :batch order by position
            """)
        .param("batch", road.batchId())
        .query(String.class)
        .list();
  }

  private String goldRight(Road road) {
    return database
        .sql(
            """
            select count(*) filter (where label = expected) || ' of ' || count(*)
            from (select distinct on (j.assignment_id) s.answer as label,
                         g.answers -> 'answer' as expected
                  from touchstone.judgement j join touchstone.gold_item g on g.item_id = j.item_id
                  join touchstone.judgement_answer s on s.judgement_id = j.id
                  where j.batch_id = :batch order by j.assignment_id, j.id desc) latest
            """)
        .param("batch", road.batchId())
        .query(String.class)
        .single();
  }
}

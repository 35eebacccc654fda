package io.touchstone.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.TextNode;
import io.touchstone.IntegrationTest;
import io.touchstone.answer.abstention.Abstained;
import io.touchstone.answer.abstention.Why;
import io.touchstone.answer.oneclass.ClassLabel;
import io.touchstone.platform.engine.task.PersonTasks;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class WorkDeskTest extends IntegrationTest {

  @Autowired private BeanFactory beans;
  @Autowired private WorkDesk desk;
  @Autowired private PersonTasks tasks;
  @Autowired private JdbcClient database;

  private Road road;
  private Work work;

  @BeforeEach
  void ada_has_two_packages_of_three_items() {
    road =
        Road.of(beans, Options.standard().annotatorsPerItem(1).itemsPerPackage(3))
            .annotators("ada")
            .receiveThings(6)
            .untilItRests();
    work = road.workOf("ada").orElseThrow();
  }

  // Drafts

  @Test
  void a_draft_is_kept_and_its_version_grows_with_each_save() {
    assertThat(save(0, "red", 3)).isEqualTo(1);
    assertThat(save(1, "blue", 7.5)).isEqualTo(2);

    assertThat(reopened().draft()).contains(blue(7.5));
  }

  /** The second draft of an item, as blue. */
  private static Work.Draft blue(double activeSeconds) {
    return new Work.Draft(
        2, Optional.of(new ClassLabel("blue")), Optional.empty(), activeSeconds, false);
  }

  @Test
  void a_label_can_be_taken_back() {
    save(0, "red", 3);

    desk.saveDraft(
        road.person("ada"), work.packageId(), first().assignment(), 1, WorkDesk.Said.NOTHING, 4);

    assertThat(reopened().draft())
        .contains(new Work.Draft(2, Optional.empty(), Optional.empty(), 4, false));
  }

  @Test
  void who_gives_no_answer_says_why_and_finds_it_again() {
    WorkDesk.Said blurred = WorkDesk.Said.of(new Abstained(Why.CANNOT_TELL)).noting(" Blurred. ");

    assertThat(save(0, blurred)).isEqualTo(1);

    assertThat(reopened().draft())
        .contains(
            new Work.Draft(
                1, Optional.of(new Abstained(Why.CANNOT_TELL)), Optional.of("Blurred."), 3, false));
  }

  @Test
  void no_answer_without_a_reason_or_beside_an_answer_is_refused() {
    WorkDesk.Said silent = WorkDesk.Said.of(new Abstained(Why.WRONG_ITEM));
    WorkDesk.Said chatty = silent.noting("x".repeat(501));
    WorkDesk.Said unknown =
        new WorkDesk.Said(Map.of("abstained", TextNode.valueOf("no-mood")), false).noting("Late.");
    WorkDesk.Said both =
        new WorkDesk.Said(
                Map.of(
                    "abstained", TextNode.valueOf("wrong-item"), "label", TextNode.valueOf("red")),
                false)
            .noting("Torn.");

    for (WorkDesk.Said said : List.of(silent, silent.noting("  "), chatty, unknown, both)) {
      assertThat(refusal(() -> save(0, said)).type()).isEqualTo("invalid-abstention");
    }
    assertThat(refusal(() -> save(0, both))).hasMessageStartingWith("label: ");
    assertThat(reopened().draft()).isEmpty();
  }

  private int save(int version, WorkDesk.Said said) {
    return desk.saveDraft(
        road.person("ada"), work.packageId(), first().assignment(), version, said, 3);
  }

  @Test
  void a_draft_saved_elsewhere_in_between_is_refused_with_the_current_one() {
    save(0, "red", 3);
    save(1, "blue", 5);

    for (int stale : List.of(0, 1, 7)) {
      Refusal refusal = refusal(() -> save(stale, "red", 9));
      assertThat(refusal.status()).isEqualTo(412);
      assertThat(refusal.members()).containsEntry("current", blue(5));
    }
    assertThat(reopened().draft()).contains(blue(5));
  }

  @Test
  void labels_times_and_items_that_do_not_exist_are_refused() {
    assertThat(refusal(() -> save(0, "green", 3)).type()).isEqualTo("unknown-label");
    for (double seconds : new double[] {-1, Double.NaN, 86_401, Double.POSITIVE_INFINITY}) {
      assertThat(refusal(() -> save(0, "red", seconds)).type()).isEqualTo("bad-active-seconds");
    }
    assertThat(
            refusal(
                    () ->
                        desk.saveDraft(
                            road.person("ada"),
                            work.packageId(),
                            "none",
                            0,
                            WorkDesk.Said.NOTHING,
                            1))
                .status())
        .isEqualTo(404);
    assertThat(reopened().draft()).isEmpty();
  }

  @Test
  void nobody_sees_or_changes_the_package_of_another() {
    road.annotators("eve");

    assertThat(
            refusal(
                    () ->
                        desk.saveDraft(
                            road.person("eve"),
                            work.packageId(),
                            first().assignment(),
                            0,
                            WorkDesk.Said.of(new ClassLabel("red")),
                            1))
                .status())
        .isEqualTo(403);
    assertThat(refusal(() -> desk.ofTask(work.taskId(), road.person("eve"))).status())
        .isEqualTo(403);
    assertThat(refusal(() -> desk.submit(road.person("eve"), work.packageId(), "k")).status())
        .isEqualTo(403);
    assertThat(refusal(() -> tasks.complete(work.taskId(), road.person("eve"), Map.of())).status())
        .isEqualTo(403);
  }

  // Submits

  @Test
  void a_package_with_unlabelled_items_is_refused_and_the_missing_ones_are_named() {
    save(0, "red", 3);

    Refusal refusal = refusal(() -> desk.submit(road.person("ada"), work.packageId(), "k"));

    assertThat(refusal.status()).isEqualTo(422);
    assertThat(refusal.members().get("missing"))
        .isEqualTo(work.items().stream().skip(1).map(Work.WorkItem::assignment).toList());
    assertThat(judgements()).isZero();
    assertThat(reopened().draft()).isPresent();
  }

  @Test
  void a_retry_under_the_same_key_gets_the_same_answer_and_changes_nothing() {
    road.draft("ada", work, Road.RIGHT);
    WorkDesk.Submitted first = desk.submit(road.person("ada"), work.packageId(), "key");

    WorkDesk.Submitted again = desk.submit(road.person("ada"), work.packageId(), "key");

    assertThat(again).isEqualTo(first);
    assertThat(first.submitted()).isEqualTo(3);
    assertThat(first.next()).isPresent();
    assertThat(judgements()).isEqualTo(3);
  }

  @Test
  void another_submit_under_another_key_is_refused() {
    road.draft("ada", work, Road.RIGHT);
    desk.submit(road.person("ada"), work.packageId(), "key");

    assertThat(refusal(() -> desk.submit(road.person("ada"), work.packageId(), "other")).status())
        .isEqualTo(409);
    assertThat(judgements()).isEqualTo(3);
  }

  @Test
  void a_submitted_package_takes_no_draft_any_more() {
    road.draft("ada", work, Road.RIGHT);
    desk.submit(road.person("ada"), work.packageId(), "key");

    assertThat(refusal(() -> save(1, "blue", 1)).status()).isEqualTo(409);
    assertThatThrownBy(() -> desk.ofTask(work.taskId(), road.person("ada")))
        .hasMessageContaining("not open any more");
  }

  @Test
  void a_task_completed_by_another_door_obeys_the_same_rules() {
    assertThat(refusal(() -> tasks.complete(work.taskId(), road.person("ada"), Map.of())).status())
        .isEqualTo(422);

    road.draft("ada", work, Road.RIGHT);
    tasks.complete(work.taskId(), road.person("ada"), Map.of());

    assertThat(judgements()).isEqualTo(3);
    assertThat(refusal(() -> desk.submit(road.person("ada"), work.packageId(), "key")).status())
        .isEqualTo(409);
  }

  @Test
  void a_judgement_names_the_versions_it_was_made_under() {
    road.labels("ada", Road.RIGHT);

    assertThat(
            database
                .sql(
                    """
                    select distinct label_schema_version || ' ' || guideline_version || ' ' || role
                      || ' ' || active_seconds || ' ' || simulated
                    from touchstone.judgement where batch_id = :batch
                    """)
                .param("batch", road.batchId())
                .query(String.class)
                .list())
        .containsExactly("1 1 annotator 12 false");
  }

  private Work.WorkItem first() {
    return work.items().get(0);
  }

  private Work.WorkItem reopened() {
    return desk.ofTask(work.taskId(), road.person("ada")).items().get(0);
  }

  private int save(int version, String label, double seconds) {
    return desk.saveDraft(
        road.person("ada"),
        work.packageId(),
        first().assignment(),
        version,
        WorkDesk.Said.of(new ClassLabel(label)),
        seconds);
  }

  private long judgements() {
    return database
        .sql("select count(*) from touchstone.judgement where batch_id = :batch")
        .param("batch", road.batchId())
        .query(Long.class)
        .single();
  }

  private static Refusal refusal(ThrowingCallable attempt) {
    Refusal refusal = catchThrowableOfType(Refusal.class, attempt);
    assertThat(refusal).as("a refusal").isNotNull();
    return refusal;
  }
}

package io.touchstone.quality.guideline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.IntegrationTest;
import io.touchstone.platform.engine.task.PersonTasks;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.quality.gold.GoldLookRepository;
import io.touchstone.road.Road;
import io.touchstone.tasking.reassignment.Clarifications;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What somebody finds unclear in a talk, in the hands of the guideline's owner. */
class GuidelineRemarksTest extends IntegrationTest {

  private static final Caller OWNER = new Caller("gwen", Set.of(Role.GUIDELINE_OWNER));

  @Autowired private BeanFactory beans;
  @Autowired private Clarifications clarifications;
  @Autowired private PersonTasks tasks;
  @Autowired private GuidelineRemarkController remarks;
  @Autowired private GoldLookRepository looks;

  @Test
  void reach_the_owner_without_a_name_and_can_be_erased() {
    Road road = askedForATalk();
    String ada = road.person("ada").id();
    tasks.complete(
        clarifications.taskOf(ada).orElseThrow(),
        road.person("ada"),
        Map.of("remark", " Is orange red? "));

    List<GuidelineRemarkRepository.Remark> read = remarks.list(road.project(), OWNER).remarks();

    assertThat(read)
        .singleElement()
        .extracting("remark", "guidelineVersion")
        .containsExactly("Is orange red?", 1);
    assertThat(read.toString()).doesNotContain(ada);
    String id = String.valueOf(read.get(0).id());
    remarks.erase(id, OWNER);
    assertThat(remarks.list(road.project(), OWNER).remarks()).isEmpty();
    assertThatThrownBy(() -> remarks.erase(id, OWNER))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(404));
  }

  @Test
  void a_talk_without_a_remark_leaves_none() {
    Road road = askedForATalk();

    tasks.complete(
        clarifications.taskOf(road.person("ada").id()).orElseThrow(),
        road.person("ada"),
        Map.of("remark", "  "));

    assertThat(remarks.list(road.project(), OWNER).remarks()).isEmpty();
    assertThat(looks.flagged(road.batchId())).containsExactly(road.person("ada").id());
  }

  /** Ada answers all known things of one package wrongly. */
  private Road askedForATalk() {
    Road road =
        Road.of(beans, Options.standard().annotatorsPerItem(1).gold(0.5, 60))
            .annotators("ada")
            .receiveThings(30)
            .untilItRests();
    var work = road.workOf("ada").orElseThrow();
    road.draft(
        "ada",
        work,
        (person, text) ->
            text.startsWith("Known") && Integer.parseInt(text.replaceAll("\\D", "")) % 2 == 0
                ? "blue"
                : "red");
    road.submit("ada", work);
    return road;
  }
}

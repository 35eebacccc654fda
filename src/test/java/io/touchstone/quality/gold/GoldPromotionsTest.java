package io.touchstone.quality.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchstone.IntegrationTest;
import io.touchstone.answer.oneclass.ClassLabel;
import io.touchstone.platform.security.AccountMakers;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.TestProjects;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.quality.gold.GoldController.CandidateView;
import io.touchstone.quality.gold.GoldController.DecisionRequest;
import io.touchstone.quality.gold.GoldController.ProposalRequest;
import io.touchstone.road.Road;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An item that a reviewer has settled becomes gold, and who must not be given it is not. */
class GoldPromotionsTest extends IntegrationTest {

  private static final Road.Answers ONE_SLIP =
      (person, text) -> text.equals("red thing 1") ? "blue" : Road.RIGHT.of(person, text);

  @Autowired private BeanFactory beans;
  @Autowired private GoldController gold;
  @Autowired private JdbcClient database;

  /** "red thing 1" is disputed by ada and ben, settled by rex and published. */
  private Road published() {
    Road road = Road.of(beans, Options.standard()).annotators("ada", "ben").reviewers("rex");
    road.blindByHand().receiveThings(40).untilItRests();
    road.labels("ada", Road.RIGHT).labels("ben", ONE_SLIP).untilItRests();
    road.labels("rex", Road.RIGHT).untilItRests();
    road.decideRelease("tom", "approve", "Good.");
    assertThat(road.batch().state().id()).isEqualTo("done");
    return road;
  }

  private CandidateView disputed(Road road) {
    return gold.gold(road.project(), road.person("mia")).candidates().stream()
        .filter(each -> each.text().equals("red thing 1"))
        .findFirst()
        .orElseThrow();
  }

  private long proposed(Road road) {
    gold.propose(
        road.project(),
        new ProposalRequest(Optional.of(disputed(road).itemId())),
        road.person("mia"));
    return gold.gold(road.project(), road.person("mia")).proposals().get(0).id();
  }

  private void decides(Road road, long id, Caller caller) {
    gold.decide(road.project(), String.valueOf(id), new DecisionRequest(Optional.of(true)), caller);
  }

  @Test
  void a_settled_item_becomes_gold_when_a_second_person_who_never_had_it_says_yes() {
    Road road = published();
    CandidateView candidate = disputed(road);
    assertThat(candidate.answer()).isEqualTo(new ClassLabel("red"));
    long id = proposed(road);

    assertThatThrownBy(() -> decides(road, id, road.person("mia")))
        .isInstanceOf(Refusal.class)
        .hasMessage("You proposed this item: somebody else decides about it.");
    Caller reviewer = new Caller(road.person("rex").id(), Set.of(Role.DATA_MANAGER));
    assertThatThrownBy(() -> decides(road, id, reviewer))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("You have labelled or decided this item");
    AccountMakers makers = beans.getBean(AccountMakers.class);
    makers.note(road.person("tom").id(), road.person("mia").id(), AccountMakers.How.CREATED);
    assertThatThrownBy(() -> decides(road, id, road.person("tom")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("it is no second person here");
    makers.confirm(road.person("tom").id(), "root");
    decides(road, id, road.person("tom"));

    GoldController.GoldView after = gold.gold(road.project(), road.person("mia"));
    assertThat(after.inUse()).isEqualTo(1);
    assertThat(after.byLabel()).containsEntry("red", 1L);
    assertThat(after.proposals()).isEmpty();
    assertThat(after.candidates())
        .extracting(CandidateView::itemId)
        .doesNotContain(candidate.itemId());
    assertThatThrownBy(() -> decides(road, id, road.person("tom")))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("Somebody has decided this proposal.");
  }

  @Test
  void gold_is_a_copy_and_the_published_item_stays_in_the_next_version_without_a_trace_of_it() {
    Road road = published();
    String item = disputed(road).itemId();
    decides(road, proposed(road), road.person("tom"));

    road.receiveThings(40).untilItRests().everybodyLabels(Road.RIGHT).untilItRests();
    road.labels("rex", Road.RIGHT).untilItRests();
    road.decideRelease("tom", "approve", "Good.");

    assertThat(
            strings(
                "select item_id from touchstone.dataset_record where dataset = ? and item_id = ?",
                road.project(),
                item))
        .hasSize(1);
    assertThat(strings("select item_id from touchstone.gold_item where item_id = ?", item))
        .as("the published item itself is no gold")
        .isEmpty();
    List<String> copies =
        strings("select item_id from touchstone.gold_item where project_key = ?", road.project());
    assertThat(copies).hasSize(1).doesNotContain(item);
    assertThat(
            strings(
                "select item_id from touchstone.dataset_record where item_id = ?", copies.get(0)))
        .isEmpty();
    assertThat(
            strings(
                "select text from touchstone.item where id = ? and batch_id is null",
                copies.get(0)))
        .containsExactly("red thing 1");
  }

  @Test
  void promoted_gold_is_never_given_to_who_labelled_decided_or_may_read_its_source() {
    Road road = published();
    decides(road, proposed(road), road.person("tom"));
    road.annotators("cara", "dora", "tina");
    Directory directory = beans.getBean(Directory.class);
    directory.add(road.person("dora").id(), "Dora", Optional.empty(), Set.of(Role.AUDITOR));
    directory.add(road.person("rex").id(), "Rex", Optional.empty(), Set.of(Role.ANNOTATOR));

    TestProjects.store(beans, road.project(), Options.standard().annotatorsPerItem(6).gold(0.2, 0));
    road.receiveThings(20).untilItRests();

    assertThat(
            strings(
                """
                select a.annotator_id from touchstone.assignment a
                join touchstone.gold_item g on g.item_id = a.item_id
                where a.batch_id = ? order by 1
                """,
                road.batchId()))
        .containsExactly(road.person("cara").id(), road.person("tina").id());
    assertThat(
            strings(
                "select distinct annotator_id from touchstone.assignment where batch_id = ?",
                road.batchId()))
        .as("all six have other work")
        .hasSize(6);
  }

  private List<String> strings(String sql, Object... parameters) {
    return database.sql(sql).params(parameters).query(String.class).list();
  }
}

package io.touchstone.quality.gold;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.answer.Answer;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.Project;
import io.touchstone.project.ProjectSettings;
import io.touchstone.project.Projects;
import io.touchstone.quality.gold.GoldPromotionRepository.Retired;
import io.touchstone.tasking.gold.GoldSupply;
import io.touchstone.workforce.Annotator;
import io.touchstone.workforce.Workforce;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** How long each project's gold lasts, and what may be added to it. */
@Api
class GoldController {

  private static final int CANDIDATES = 20;
  private static final int LISTED = 100;

  private final GoldSupply supply;
  private final GoldPromotionRepository rows;
  private final GoldPromotions promotions;
  private final Projects projects;
  private final Workforce workforce;
  private final Directory directory;

  GoldController(
      GoldSupply supply,
      GoldPromotionRepository rows,
      GoldPromotions promotions,
      Projects projects,
      Workforce workforce,
      Directory directory) {
    this.supply = supply;
    this.rows = rows;
    this.promotions = promotions;
    this.projects = projects;
    this.workforce = workforce;
    this.directory = directory;
  }

  /**
   * A project's gold.
   *
   * @param share the project's own, from which the table gold-share goes down
   * @param inUse items
   * @param byLabel of these by class
   * @param people who may label items of the project, by id
   * @param retired what people dispute, the latest first
   * @param candidates settled items that may become gold, of the classes with the least gold first
   * @param proposals what waits for a second person
   */
  record GoldView(
      String project,
      double share,
      long inUse,
      Map<String, Long> byLabel,
      List<PersonView> people,
      List<Retired> retired,
      List<CandidateView> candidates,
      List<ProposalView> proposals) {}

  /**
   * Somebody's gold; nothing of how well it was answered.
   *
   * @param share of gold in what is planned next
   * @param rule of the table gold-share
   * @param left items that may be given now
   * @param resting items that come back
   * @param perDay items a day of late
   * @param days until none is left; empty where no end is in sight
   * @param leftByLabel what is left by class
   */
  record PersonView(
      String id,
      double share,
      String rule,
      int left,
      int resting,
      double perDay,
      Optional<Double> days,
      Map<String, Long> leftByLabel) {}

  /** A settled item. */
  record CandidateView(String itemId, String batchId, String text, @JsonIgnore Answer answer) {

    @JsonAnyGetter
    Map<String, JsonNode> members() {
      return ProjectSettings.Task.members(Optional.of(answer));
    }
  }

  /**
   * A settled item that was proposed.
   *
   * @param mayDecide whether the caller may
   */
  record ProposalView(
      long id,
      String text,
      @JsonIgnore Answer answer,
      String proposedBy,
      Instant proposedAt,
      boolean mayDecide) {

    @JsonAnyGetter
    Map<String, JsonNode> members() {
      return ProjectSettings.Task.members(Optional.of(answer));
    }
  }

  @GetMapping("/projects/{key}/gold")
  GoldView gold(@PathVariable String key, Caller caller) {
    caller.mustBe("see gold", Role.DATA_MANAGER);
    Project project = project(key);
    List<String> people =
        workforce.eligible(project, directory.members(Role.ANNOTATOR)).stream()
            .map(Annotator::id)
            .toList();
    return new GoldView(
        key,
        project.settings().goldShare(),
        rows.inUse(key),
        rows.inUseByLabel(key),
        supply.outlooks(project, people).stream().map(GoldController::view).toList(),
        rows.retired(key, LISTED),
        rows.candidates(key, CANDIDATES).stream().map(GoldController::view).toList(),
        rows.proposals(key, LISTED).stream().map(each -> view(each, caller)).toList());
  }

  /** What is proposed. */
  record ProposalRequest(Optional<String> itemId) {}

  @PostMapping("/projects/{key}/gold")
  GoldView propose(@PathVariable String key, @RequestBody ProposalRequest request, Caller caller) {
    caller.mustBe("propose gold", Role.DATA_MANAGER);
    String item =
        request
            .itemId()
            .orElseThrow(
                () ->
                    new Refusal(422, "item-missing", "Say in \"itemId\" which item is proposed."));
    promotions.propose(project(key), item, caller.id());
    return gold(key, caller);
  }

  /** What the second person says. */
  record DecisionRequest(Optional<Boolean> take) {}

  @PostMapping("/projects/{key}/gold/{id}")
  GoldView decide(
      @PathVariable String key,
      @PathVariable String id,
      @RequestBody DecisionRequest request,
      Caller caller) {
    caller.mustBe("decide about gold", Role.DATA_MANAGER);
    boolean take =
        request
            .take()
            .orElseThrow(
                () ->
                    new Refusal(
                        422, "decision-missing", "Say in \"take\" whether it becomes gold."));
    promotions.decide(numberOf(id), take, caller.id());
    return gold(key, caller);
  }

  private static long numberOf(String id) {
    if (!id.matches("\\d{1,18}")) {
      throw new Refusal(404, "no-such-proposal", "There is no proposal of this number.");
    }
    return Long.parseLong(id);
  }

  private Project project(String key) {
    return projects
        .find(key)
        .orElseThrow(() -> new Refusal(404, "no-such-project", "There is no project of this key."));
  }

  private static PersonView view(GoldSupply.Outlook found) {
    return new PersonView(
        found.annotatorId(),
        found.share(),
        found.rule(),
        found.forecast().left(),
        found.forecast().resting(),
        found.forecast().perDay(),
        found.forecast().days(),
        found.leftByLabel());
  }

  private static CandidateView view(GoldPromotionRepository.Candidate found) {
    return new CandidateView(found.itemId(), found.batchId(), found.text(), found.answer());
  }

  private ProposalView view(GoldPromotionRepository.Proposal found, Caller caller) {
    return new ProposalView(
        found.id(),
        found.text(),
        found.answer(),
        found.proposedBy(),
        found.proposedAt(),
        !found.proposedBy().equals(caller.id()) && !rows.had(found.itemId(), caller.id()));
  }
}

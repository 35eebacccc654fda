package io.touchstone.quality.gold;

import io.touchstone.audit.AuditTrail;
import io.touchstone.ingestion.gold.GoldStock;
import io.touchstone.platform.security.AccountMakers;
import io.touchstone.platform.web.Refusal;
import io.touchstone.project.Project;
import io.touchstone.quality.gold.GoldPromotionRepository.Candidate;
import io.touchstone.quality.gold.GoldPromotionRepository.Proposal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Items that adjudicators have settled become gold: one person proposes one, another who has never
 * had it in hand says yes. Gold is a copy, so that the item stays in all versions it is in and
 * nothing published tells of it.
 */
@Service
class GoldPromotions {

  private final GoldPromotionRepository rows;
  private final GoldStock stock;
  private final AccountMakers makers;
  private final AuditTrail audit;
  private final Clock clock;

  GoldPromotions(
      GoldPromotionRepository rows,
      GoldStock stock,
      AccountMakers makers,
      AuditTrail audit,
      Clock clock) {
    this.makers = makers;
    this.rows = rows;
    this.stock = stock;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @throws Refusal 409 for an item that is no candidate or was proposed already
   */
  @Transactional
  public void propose(Project project, String itemId, String personId) {
    Candidate candidate = rows.candidate(project.key(), itemId).orElseThrow(GoldPromotions::gone);
    boolean first =
        rows.propose(
            project.key(),
            itemId,
            candidate.answer(),
            project.labelSchemaVersion(),
            personId,
            clock.instant());
    if (!first) {
      throw gone();
    }
    audit.record(personId, "gold_proposed", "item:" + itemId, Map.of("project", project.key()));
  }

  private static Refusal gone() {
    return new Refusal(
        409,
        "no-candidate",
        "This item is no candidate, or somebody has proposed it already. Load the page again.");
  }

  /**
   * A second person has decided.
   *
   * @param take whether it becomes gold; what is refused is never proposed again
   * @throws Refusal 409 for what waits no longer, 403 for whoever proposed it, may be that person,
   *     or has had the item
   */
  @Transactional
  public void decide(long id, boolean take, String personId) {
    Proposal open =
        rows.lock(id)
            .orElseThrow(
                () ->
                    new Refusal(
                        409,
                        "already-decided",
                        "Somebody has decided this proposal. Load the page again."));
    mustBeAnother(open, personId);
    Optional<String> gold =
        take
            ? Optional.of(
                stock.copy(
                    open.projectKey(), open.itemId(), open.answer(), open.labelSchemaVersion()))
            : Optional.empty();
    rows.decide(id, personId, gold, clock.instant());
    audit.record(
        personId,
        take ? "gold_taken" : "gold_refused",
        "item:" + open.itemId(),
        Map.of("project", open.projectKey(), "proposedBy", open.proposedBy()));
  }

  private void mustBeAnother(Proposal open, String personId) {
    if (open.proposedBy().equals(personId)) {
      throw new Refusal(
          403, "second-person", "You proposed this item: somebody else decides about it.");
    }
    makers.refuseUnlessSecond(personId, open.proposedBy());
    if (rows.had(open.itemId(), personId)) {
      throw new Refusal(
          403,
          "second-person",
          "You have labelled or decided this item: somebody who has not decides about it.");
    }
  }
}

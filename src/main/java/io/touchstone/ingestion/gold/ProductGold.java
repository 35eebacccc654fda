package io.touchstone.ingestion.gold;

import io.touchstone.answer.Answer;
import io.touchstone.ingestion.item.NewItem;
import io.touchstone.ingestion.policy.DeidentificationPolicies;
import io.touchstone.ingestion.policy.DeidentificationPolicy;
import io.touchstone.platform.StartRefused;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.database.StoredKeyRepository;
import io.touchstone.project.GoldDesk;
import io.touchstone.project.GoldSink.GoldLine;
import io.touchstone.project.Project;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gold that people type, upload and change. Their raw texts are kept nowhere: what is stored is
 * what annotators will see.
 */
@Service
class ProductGold implements GoldDesk {

  private final GoldRepository repository;
  private final StoredKeyRepository keys;
  private final DeidentificationPolicies policies;
  private final MaskedGold masked;
  private final Clock clock;

  ProductGold(
      GoldRepository repository,
      StoredKeyRepository keys,
      DeidentificationPolicies policies,
      MaskedGold masked,
      Clock clock) {
    this.repository = repository;
    this.keys = keys;
    this.policies = policies;
    this.masked = masked;
    this.clock = clock;
  }

  @Override
  public List<GoldLine> present(String projectKey) {
    return repository.present(projectKey).values().stream().map(Present::said).toList();
  }

  /**
   * A known answer in use.
   *
   * @param line what a file's line would have to say to be the same
   */
  record Present(String itemId, GoldLine said, String line) {}

  @Override
  public List<GoldLine> deidentified(
      Project project, String file, List<GoldLine> lines, List<String> faults) {
    Hmac key = Hmac.of(keys.require("gold:" + project.key()));
    DeidentificationPolicy policy = policies.of(project.settings());
    Set<String> ids = new HashSet<>();
    List<GoldLine> made = new ArrayList<>();
    for (GoldLine line : lines) {
      try {
        GoldIntake.check(project, file, line, ids.add(line.id()));
        NewItem item = GoldIntake.item(key, policy, line);
        Answer answer =
            GoldIntake.onRedacted(line, item)
                .orElseThrow(() -> GoldIntake.touchesMask(file, line, item));
        made.add(new GoldLine(line.line(), line.id(), item.text(), answer));
      } catch (StartRefused fault) {
        faults.add(fault.getMessage().replace("A gold item is wrong: ", ""));
      }
    }
    return made;
  }

  @Override
  @Transactional
  public void replace(Project project, List<GoldLine> lines) {
    Hmac key = Hmac.of(keys.require("gold:" + project.key()));
    DeidentificationPolicy policy = policies.of(project.settings());
    Map<String, Present> present = new TreeMap<>(repository.present(project.key()));
    List<MaskedGold.Standing> standings = new ArrayList<>();
    Instant now = clock.instant();
    for (GoldLine line : lines) {
      Optional<Present> before = Optional.ofNullable(present.remove(line.id()));
      boolean same =
          before
              .map(Present::said)
              .filter(said -> said.text().equals(line.text()))
              .filter(said -> said.answer().equals(line.answer()))
              .isPresent();
      if (same) {
        standings.add(kept(project, policy, key, before.orElseThrow(), now));
      } else {
        standings.add(changed(project, policy, key, line, before, now));
      }
    }
    present.values().forEach(gone -> repository.takeOut(gone.itemId(), gone.line(), now));
    masked.note(project.key(), policy.sha256(), standings);
  }

  /** Under other rules than before, its text may lose something more. */
  private MaskedGold.Standing kept(
      Project project, DeidentificationPolicy policy, Hmac key, Present before, Instant now) {
    GoldLine line = before.said();
    NewItem item = GoldIntake.item(key, policy, line);
    if (item.text().equals(line.text())) {
      repository.answeredUnder(before.itemId(), project.labelSchemaVersion());
      return MaskedGold.Standing.usable(before.itemId());
    }
    Optional<Answer> answer = GoldIntake.onRedacted(line, item);
    if (answer.isEmpty()) {
      return MaskedGold.Standing.unanswerable(before.itemId());
    }
    NewItem other = item.as(key.id("gold-item", line.id(), item.text()));
    repository.storeItem(project.key(), other, now);
    repository.storeMade(
        project.key(), other.id(), answer.get(), project.labelSchemaVersion(), Optional.empty());
    return MaskedGold.Standing.masked(other.id());
  }

  private MaskedGold.Standing changed(
      Project project,
      DeidentificationPolicy policy,
      Hmac key,
      GoldLine line,
      Optional<Present> before,
      Instant now) {
    NewItem item = GoldIntake.item(key, policy, line);
    before
        .filter(each -> !each.itemId().equals(item.id()))
        .ifPresent(each -> repository.takeOut(each.itemId(), each.line(), now));
    repository.storeItem(project.key(), item, now);
    repository.storeMade(
        project.key(),
        item.id(),
        GoldIntake.onRedacted(line, item).orElse(line.answer()),
        project.labelSchemaVersion(),
        before.map(Present::line));
    return MaskedGold.Standing.usable(item.id());
  }
}

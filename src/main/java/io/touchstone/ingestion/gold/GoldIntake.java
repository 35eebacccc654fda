package io.touchstone.ingestion.gold;

import io.touchstone.answer.Answer;
import io.touchstone.answer.Question;
import io.touchstone.deidentification.Redaction;
import io.touchstone.deidentification.Redactor;
import io.touchstone.ingestion.item.NewItem;
import io.touchstone.ingestion.policy.DeidentificationPolicies;
import io.touchstone.ingestion.policy.DeidentificationPolicy;
import io.touchstone.ingestion.row.RowOutcome;
import io.touchstone.ingestion.row.RowText;
import io.touchstone.platform.StartRefused;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.database.StoredKeyRepository;
import io.touchstone.project.GoldSink;
import io.touchstone.project.Project;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes gold through the same de-identification as every other text, so that it cannot be told
 * apart by what was masked. Where new rules make another text of a line, that is an item of its
 * own: batches under the older rules go on with the text that they know.
 */
@Service
public class GoldIntake implements GoldSink {

  private final GoldRepository repository;
  private final StoredKeyRepository keys;
  private final DeidentificationPolicies policies;
  private final MaskedGold masked;
  private final Clock clock;

  GoldIntake(
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
  @Transactional
  public List<String> load(Project project, String file, List<GoldLine> lines, boolean overruling) {
    Set<String> ids = new HashSet<>();
    for (GoldLine line : lines) {
      check(project, file, line, ids.add(line.id()));
    }
    Hmac key = Hmac.of(keys.require("gold:" + project.key()));
    DeidentificationPolicy policy = policies.of(project.settings());
    Map<String, StoredGold> stored = repository.stored(project.key());
    Map<String, HeldGold> held = overruling ? Map.of() : repository.heldByProduct(project.key());
    List<String> otherwise = new ArrayList<>();
    Wanted wanted = new Wanted(project.labelSchemaVersion());
    for (GoldLine line : lines) {
      NewItem item = item(key, policy, line);
      if (held.containsKey(item.id())) {
        if (!held.get(item.id()).knows(repository.line(item, onRedacted(line, item)))) {
          otherwise.add(line.id());
        }
        continue;
      }
      Optional<StoredGold> older =
          Optional.ofNullable(stored.get(item.id()))
              .filter(each -> each.contentHash().equals(item.contentHash()))
              .filter(each -> !each.text().equals(item.text()));
      if (older.isPresent()) {
        wanted.both(line, item, older.get(), key);
      } else {
        wanted.add(item, onRedacted(line, item).orElseThrow(() -> touchesMask(file, line, item)));
        wanted.standings.add(MaskedGold.Standing.usable(item.id()));
      }
    }
    store(project.key(), stored, wanted, ids);
    masked.note(project.key(), policy.sha256(), wanted.standings);
    return otherwise;
  }

  /** What is to be stored of the lines. */
  private static final class Wanted {

    private final int labelSchemaVersion;
    private final Map<String, StoredGold> gold = new TreeMap<>();
    private final Map<String, NewItem> items = new HashMap<>();
    private final List<MaskedGold.Standing> standings = new ArrayList<>();

    Wanted(int labelSchemaVersion) {
      this.labelSchemaVersion = labelSchemaVersion;
    }

    void add(NewItem item, Answer answer) {
      items.put(item.id(), item);
      gold.put(item.id(), StoredGold.of(item, answer, labelSchemaVersion));
    }

    /** A line whose text the older rules left otherwise: that one stays, and the new one comes. */
    void both(GoldLine line, NewItem item, StoredGold older, Hmac key) {
      NewItem before =
          new NewItem(
              item.id(),
              item.externalId(),
              older.text(),
              older.contentHash(),
              older.offsets(),
              item.remembered());
      add(before, onRedacted(line, before).orElse(older.answer()));
      Optional<Answer> answer = onRedacted(line, item);
      if (answer.isEmpty()) {
        standings.add(MaskedGold.Standing.unanswerable(item.id()));
        return;
      }
      standings.add(MaskedGold.Standing.older(item.id()));
      NewItem now = item.as(key.id("gold-item", line.id(), item.text()));
      add(now, answer.get());
      standings.add(
          item.offsets().masksMoreThan(older.offsets())
              ? MaskedGold.Standing.masked(now.id())
              : MaskedGold.Standing.usable(now.id()));
    }
  }

  /**
   * Writes what differs from what is stored, by ascending item id, so that two writers never wait
   * for each other; a row that says what it said is not even locked.
   */
  private void store(
      String project, Map<String, StoredGold> stored, Wanted wanted, Set<String> lines) {
    Instant now = clock.instant();
    wanted.gold.forEach(
        (id, gold) -> {
          if (!gold.equals(stored.get(id))) {
            repository.storeItem(project, wanted.items.get(id), now);
            repository.storeAnswer(project, id, gold.answer(), gold.labelSchemaVersion());
          }
        });
    Map<String, String> shown = masked.inBatches(project);
    List<String> gone =
        stored.entrySet().stream()
            .filter(each -> each.getValue().inUse() && !wanted.gold.containsKey(each.getKey()))
            .map(Map.Entry::getKey)
            .filter(id -> !lines.contains(shown.getOrDefault(id, "")))
            .sorted()
            .toList();
    gone.forEach(id -> repository.leave(id, now));
  }

  /** What the answer quotes is known to be no name, whatever its context says. */
  static NewItem item(Hmac key, DeidentificationPolicy policy, GoldLine line) {
    Redactor redactor =
        line.answer().quoted().isEmpty()
            ? policy.redactor()
            : policy.redactorSparing(line.answer().quoted());
    Redaction redaction = redactor.redact(line.text());
    return new NewItem(
        key.id("gold-item", line.id()),
        Optional.of(line.id()),
        redaction.text(),
        key.id("content", line.text()),
        redaction.offsets(),
        redaction.remembered());
  }

  static void check(Project project, String file, GoldLine line, boolean newId) {
    checkAnswer(project, file, line);
    if (!newId) {
      throw refused(file, line, "the id occurs above already");
    }
    if (RowText.check(line.line(), Optional.of(line.id()), line.text())
        instanceof RowOutcome.Bad bad) {
      throw refused(file, line, "id or text cannot be taken (" + bad.reason() + ")");
    }
  }

  private static void checkAnswer(Project project, String file, GoldLine line) {
    Question question = project.question();
    if (line.answer().kind() != question.kind()) {
      throw refused(file, line, "in this project " + question.kind().doing());
    }
    question
        .fault(line.answer(), line.text())
        .ifPresent(
            fault -> {
              throw refused(file, line, fault.clause());
            });
  }

  /** The answer as it lies on the text that people will see; empty if a mask covers some of it. */
  static Optional<Answer> onRedacted(GoldLine line, NewItem item) {
    Answer.Carried carried = carried(line, item);
    return carried.lost().isEmpty() ? Optional.of(carried.answer()) : Optional.empty();
  }

  private static Answer.Carried carried(GoldLine line, NewItem item) {
    Answer.Passage passage = item.offsets().onto(item.text());
    return line.answer()
        .carried(raw -> passage.carried(raw).filter(there -> there.text().equals(raw.text())));
  }

  static StartRefused touchesMask(String file, GoldLine line, NewItem item) {
    return refused(
        file,
        line,
        carried(line, item).lost().get(0)
            + " touches what de-identification removes, so that nobody could give this answer");
  }

  private static StartRefused refused(String file, GoldLine line, String complaint) {
    return new StartRefused(
        "A gold item is wrong: " + file + ": line " + line.line() + ": " + complaint + ".",
        "Mend the file and start again.");
  }
}

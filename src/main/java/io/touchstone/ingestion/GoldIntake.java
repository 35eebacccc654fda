package io.touchstone.ingestion;

import io.touchstone.platform.StartRefused;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.database.StoredKeyRepository;
import io.touchstone.project.GoldSink;
import io.touchstone.project.ItemText;
import io.touchstone.project.Labelling;
import io.touchstone.project.Project;
import io.touchstone.project.Span;
import io.touchstone.project.SpanFault;
import io.touchstone.project.SpanRules;
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
 * apart by what was masked.
 */
@Service
public class GoldIntake implements GoldSink {

  private final GoldRepository repository;
  private final StoredKeyRepository keys;
  private final DeidentificationPolicies policies;
  private final Clock clock;

  GoldIntake(
      GoldRepository repository,
      StoredKeyRepository keys,
      DeidentificationPolicies policies,
      Clock clock) {
    this.repository = repository;
    this.keys = keys;
    this.policies = policies;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void load(Project project, String file, List<GoldLine> lines) {
    Set<String> ids = new HashSet<>();
    for (GoldLine line : lines) {
      check(project, file, line, ids.add(line.id()));
    }
    Hmac key = Hmac.of(keys.require("gold:" + project.key()));
    DeidentificationPolicy policy = policies.of(project.settings());
    Map<String, StoredGold> wanted = new TreeMap<>();
    Map<String, NewItem> items = new HashMap<>();
    for (GoldLine line : lines) {
      NewItem item = item(key, policy, line);
      Labelling answer = onRedacted(file, line, item);
      items.put(item.id(), item);
      wanted.put(item.id(), StoredGold.of(item, answer, project.labelSchemaVersion()));
    }
    store(project.key(), items, wanted);
  }

  /**
   * Writes what differs from what is stored, by ascending item id, so that two writers never wait
   * for each other; a row that says what it said is not even locked.
   */
  private void store(
      String project, Map<String, NewItem> items, Map<String, StoredGold> wantedInOrder) {
    Map<String, StoredGold> stored = repository.stored(project);
    Instant now = clock.instant();
    wantedInOrder.forEach(
        (id, wanted) -> {
          if (!wanted.equals(stored.get(id))) {
            repository.storeItem(project, items.get(id), now);
            repository.storeAnswer(project, id, wanted.answer(), wanted.labelSchemaVersion());
          }
        });
    List<String> gone =
        stored.entrySet().stream()
            .filter(each -> each.getValue().inUse() && !wantedInOrder.containsKey(each.getKey()))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    gone.forEach(repository::retire);
  }

  /** What a span of the answer covers is known to be no name, whatever its context says. */
  private static NewItem item(Hmac key, DeidentificationPolicy policy, GoldLine line) {
    Redactor redactor =
        line.answer() instanceof Labelling.SpanSet set && !set.spans().isEmpty()
            ? policy.redactorSparing(set.spans().stream().map(Span::text).toList())
            : policy.redactor();
    Redaction redaction = redactor.redact(line.text());
    return new NewItem(
        key.id("gold-item", line.id()),
        Optional.of(line.id()),
        redaction.text(),
        key.id("content", line.text()),
        redaction.offsets(),
        redaction.remembered());
  }

  private static void check(Project project, String file, GoldLine line, boolean newId) {
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
    if (line.answer() instanceof Labelling.SpanSet set) {
      SpanRules rules = project.settings().spanRules().orElseThrow();
      rules.fault(line.text(), set.spans(), project).ifPresent(fault -> refuse(file, line, fault));
    } else if (!(line.answer() instanceof Labelling.ClassLabel label)
        || !project.knowsLabel(label.id())) {
      throw refused(file, line, "the label is none of the project's labels");
    }
  }

  private static void refuse(String file, GoldLine line, SpanFault fault) {
    String sentence = fault.sentence();
    throw refused(file, line, fault.place() + ": " + sentence.substring(0, sentence.length() - 1));
  }

  /** The answer as it lies on the text that people will see. */
  private static Labelling onRedacted(String file, GoldLine line, NewItem item) {
    if (!(line.answer() instanceof Labelling.SpanSet set)) {
      return line.answer();
    }
    ItemText redacted = new ItemText(item.text());
    List<Span> spans = new ArrayList<>();
    for (Span raw : set.spans()) {
      Optional<Span> mapped = item.offsets().toRedacted(raw, redacted);
      spans.add(
          mapped
              .filter(span -> span.text().equals(raw.text()))
              .orElseThrow(() -> touchesMask(file, line, raw)));
    }
    return new Labelling.SpanSet(spans);
  }

  private static StartRefused touchesMask(String file, GoldLine line, Span raw) {
    return refused(
        file,
        line,
        "the span from "
            + raw.start()
            + " to "
            + raw.end()
            + " touches what de-identification removes, so that nobody could give this answer");
  }

  private static StartRefused refused(String file, GoldLine line, String complaint) {
    return new StartRefused(
        "A gold item is wrong: " + file + ": line " + line.line() + ": " + complaint + ".",
        "Mend the file and start again.");
  }
}

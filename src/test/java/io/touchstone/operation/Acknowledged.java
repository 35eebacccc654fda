package io.touchstone.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What a server has said that it keeps, and what it should not have said. */
final class Acknowledged {

  private final Map<String, String> drafts = new ConcurrentHashMap<>();
  private final Map<String, String> judgements = new ConcurrentHashMap<>();
  private final Map<String, Integer> packages = new ConcurrentHashMap<>();
  private final List<String> faults = new ArrayList<>();
  private final AtomicLong answers = new AtomicLong();

  /** An answer to an item is saved. */
  void draft(String assignment, String label) {
    drafts.put(assignment, label);
    answers.incrementAndGet();
  }

  /** A package is submitted with what was saved of its items. */
  void submitted(String packageId, List<String> assignments) {
    packages.put(packageId, assignments.size());
    assignments.forEach(each -> judgements.put(each, drafts.remove(each)));
    answers.incrementAndGet();
  }

  synchronized void fault(String what) {
    faults.add(what);
  }

  /** Saved and not submitted yet: label by assignment. */
  Map<String, String> drafts() {
    return Map.copyOf(drafts);
  }

  /** Submitted: label by assignment. */
  Map<String, String> judgements() {
    return Map.copyOf(judgements);
  }

  /** Submitted: number of items by package. */
  Map<String, Integer> packages() {
    return Map.copyOf(packages);
  }

  synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  /** How many saves and submits were acknowledged so far. */
  long answers() {
    return answers.get();
  }
}

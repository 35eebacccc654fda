package io.touchstone.ingestion.correction;

import io.touchstone.deidentification.CodePoints;
import io.touchstone.deidentification.FoundStrings.Again;
import io.touchstone.deidentification.MissedSpan;
import io.touchstone.deidentification.operator.DeidentificationRules.Operator;
import io.touchstone.deidentification.operator.Operators;
import io.touchstone.deidentification.operator.Remembered;
import io.touchstone.deidentification.operator.Replacing;
import io.touchstone.ingestion.item.RememberedRepository;
import io.touchstone.ingestion.policy.DeidentificationPolicies;
import io.touchstone.pipeline.Batches;
import io.touchstone.project.Projects;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What is to be replaced in items after ingestion gets what it would have got then: the same
 * surrogate, the next number, the dates of the same person shifted by as much.
 */
@Component
public class Replacements {

  private final RememberedRepository remembered;
  private final DeidentificationPolicies policies;
  private final Batches batches;
  private final Projects projects;

  Replacements(
      RememberedRepository remembered,
      DeidentificationPolicies policies,
      Batches batches,
      Projects projects) {
    this.remembered = remembered;
    this.policies = policies;
    this.batches = batches;
    this.projects = projects;
  }

  /**
   * A stretch of a text and what stands there from now on.
   *
   * @param start first code point
   * @param end code point after the last
   */
  public record Replaced(int start, int end, String by) {

    /** What stood there. */
    String in(String text) {
      return CodePoints.part(text, start, end);
    }
  }

  /** Of some items of one batch. */
  Page of(String batchId, Collection<String> itemIds) {
    Operators operators =
        policies.of(projects.of(batches.require(batchId).pins()).settings()).operators();
    return new Page(
        operators, operators.remembers() ? remembered.of(itemIds) : new HashMap<>(), remembered);
  }

  /** Begins items where the ingestion left them. */
  static final class Page {

    private final Operators operators;
    private final Map<String, Remembered> before;
    private final RememberedRepository remembered;

    private Page(
        Operators operators, Map<String, Remembered> before, RememberedRepository remembered) {
      this.operators = operators;
      this.before = before;
      this.remembered = remembered;
    }

    /** What stands in the place of what was found to be missed, by the rule of its kind. */
    List<Replaced> missed(String itemId, String text, List<MissedSpan> spans) {
      return again(
          itemId,
          text,
          spans.stream()
              .map(
                  span ->
                      new Again(
                          span.start(),
                          span.end(),
                          span.type(),
                          masking(operators.of(span.type()))))
              .toList());
    }

    /**
     * What stands in the place of what was found elsewhere, as it does there.
     *
     * @param text of the item, of its document or its sender's id
     */
    List<Replaced> again(String itemId, String text, List<Again> spans) {
      Replacing replacing =
          operators.resume(
              operators.remembers()
                  ? before.getOrDefault(itemId, new Remembered(itemId, itemId, Map.of()))
                  : Remembered.NOTHING);
      List<Replaced> all = new ArrayList<>();
      CodePoints.Walk places = new CodePoints.Walk(text);
      for (Again span : spans) {
        String raw = places.part(span.start(), span.end());
        String by = replacing.of(span.operator(), span.type(), raw);
        all.add(new Replaced(span.start(), span.end(), by));
      }
      keep(itemId, replacing.remembered());
      return all;
    }

    /** What a person says must go does not stay because its kind may. */
    private static Operator masking(Operator operator) {
      return operator == Operator.KEEP ? Operator.TAG : operator;
    }

    private void keep(String itemId, Remembered now) {
      if (before.containsKey(itemId) && !before.get(itemId).equals(now)) {
        remembered.update(itemId, now);
        before.put(itemId, now);
      }
    }
  }
}

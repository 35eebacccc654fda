package io.touchstone.inspection;

import io.touchstone.platform.engine.process.ProcessVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who decided that this label is what it is, on what evidence, under which rules.
 *
 * @param manifest empty for gold, which belongs to the project
 * @param gold the answer of a gold item
 * @param goldSpans likewise in a project of spans
 * @param judgements oldest first
 * @param routes where it was sent and why, oldest first
 * @param audits times it was drawn to be reviewed although votes alone had decided, oldest first
 * @param verdicts oldest first; the last one holds, unless it is superseded
 * @param labels names of the label ids
 * @param routingTable the table that routes disagreements, as the batch uses it
 */
record ItemRecord(
    String itemId,
    String project,
    String contentHash,
    Instant createdAt,
    Optional<BatchEntry> batch,
    Optional<ManifestRecord> manifest,
    Optional<String> gold,
    Optional<List<SpanPlace>> goldSpans,
    List<JudgementRecord> judgements,
    List<RouteRecord> routes,
    List<AuditRecord> audits,
    List<VerdictRecord> verdicts,
    List<VersionRecord> versions,
    Map<String, String> labels,
    Optional<RulesRecord> guideline,
    Optional<RulesRecord> labelSchema,
    Optional<ProcessVersion> process,
    Optional<String> routingTable,
    List<GateRecord> gates) {

  /** Where the item came from and what was removed from it. */
  record ManifestRecord(
      String sourceId,
      String sourceSha256,
      long row,
      String status,
      Map<String, Object> findings,
      String policySha256,
      Instant at) {}

  /**
   * A person's judgement.
   *
   * @param label in a project of classes
   * @param spans in a project of spans
   * @param superseded does not count any more: corrected later by the same person, or relabelled
   * @param relabelled the item was given out once more, under a newer guideline
   */
  record JudgementRecord(
      String batchId,
      String person,
      String role,
      Optional<String> label,
      Optional<List<SpanPlace>> spans,
      int labelSchemaVersion,
      int guidelineVersion,
      double activeSeconds,
      boolean simulated,
      String packageId,
      Instant at,
      boolean superseded,
      boolean relabelled) {}

  /**
   * Where a pass of routing sent the item.
   *
   * @param route accept, extra-label or review
   * @param inputs what the table was asked
   */
  record RouteRecord(
      int pass,
      String route,
      String rule,
      int tableVersion,
      Map<String, Object> inputs,
      Instant at) {}

  /**
   * A random audit of the item.
   *
   * @param label what had been accepted, in a project of classes
   * @param spans likewise, in a project of spans
   * @param correct whether the reviewer said the same; empty while nobody has looked
   */
  record AuditRecord(
      Optional<String> label,
      Optional<List<SpanPlace>> spans,
      Optional<Boolean> correct,
      Instant at) {}

  /**
   * What was settled.
   *
   * @param superseded the item was given out once more, under a newer guideline
   */
  record VerdictRecord(
      int round,
      Optional<String> label,
      Optional<List<SpanPlace>> spans,
      String method,
      String routingRule,
      Instant at,
      boolean superseded) {}
}

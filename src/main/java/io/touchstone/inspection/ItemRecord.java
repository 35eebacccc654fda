package io.touchstone.inspection;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.answer.Answer;
import io.touchstone.platform.engine.process.ProcessVersion;
import io.touchstone.project.ProjectSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who decided that this label is what it is, on what evidence, under which rules.
 *
 * @param manifest empty for gold, which belongs to the project
 * @param known the answer of a gold item
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
    @JsonIgnore Optional<Answer> known,
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

  @JsonAnyGetter
  Map<String, JsonNode> gold() {
    return GoldRecord.gold(known);
  }

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
   * @param answer places in the text without what stands there: reading text leaves a trace, so it
   *     is asked for by itself
   * @param superseded does not count any more: corrected later by the same person, or relabelled
   * @param relabelled the item was given out once more, under a newer guideline
   */
  record JudgementRecord(
      String batchId,
      String person,
      String role,
      @JsonIgnore Answer answer,
      int labelSchemaVersion,
      int guidelineVersion,
      double activeSeconds,
      boolean simulated,
      String packageId,
      Instant at,
      boolean superseded,
      boolean relabelled) {

    @JsonAnyGetter
    Map<String, JsonNode> members() {
      return ProjectSettings.Task.places(Optional.of(answer));
    }
  }

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
   * @param answer what had been accepted
   * @param correct whether the reviewer said the same; empty while nobody has looked
   */
  record AuditRecord(@JsonIgnore Answer answer, Optional<Boolean> correct, Instant at) {

    @JsonAnyGetter
    Map<String, JsonNode> members() {
      return ProjectSettings.Task.places(Optional.of(answer));
    }
  }

  /**
   * What was settled.
   *
   * @param superseded the item was given out once more, under a newer guideline
   */
  record VerdictRecord(
      int round,
      @JsonIgnore Answer answer,
      String method,
      String routingRule,
      Instant at,
      boolean superseded) {

    @JsonAnyGetter
    Map<String, JsonNode> members() {
      return ProjectSettings.Task.places(Optional.of(answer));
    }
  }
}

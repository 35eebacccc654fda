package io.touchstone.quality.measurement;

import io.touchstone.answer.AgreementCounts;
import io.touchstone.quality.round.LabelCombination;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A digest of all that a batch's numbers are made from. The seed of the resampling comes from it
 * too, so that the same judgements give the same interval whenever they are measured.
 */
final class MeasuredInputs {

  /** Answers by the combinations in which they came, and as their kind counts them. */
  record Counted(Map<LabelCombination, Long> combinations, AgreementCounts counts) {}

  private final byte[] judgements;
  private final byte[] everything;

  /**
   * @param all what everybody said
   * @param others without the annotators who are set aside
   */
  MeasuredInputs(
      BatchMeasurement.Facts facts,
      Counted all,
      Counted others,
      List<QualityNumbers.AnnotatorScore> scores,
      SortedMap<String, QualityNumbers.TableUse> tables) {
    StringBuilder text = new StringBuilder();
    line(text, "metrics", all.counts().metricVersion());
    line(text, "batch", facts.batchId());
    line(text, "labels", String.join(",", facts.labels()));
    line(text, "schema", facts.labelSchemaVersion());
    line(text, "guideline", facts.guidelineVersion());
    line(text, "annotatorsPerItem", facts.annotatorsPerItem());
    line(text, "annotators", facts.annotators());
    combinations(text, "items", all.combinations());
    all.counts().lines().forEach(each -> line(text, facts.kind(), each));
    for (QualityNumbers.AnnotatorScore score : scores) {
      line(text, "gold " + score.annotator(), score.gold().count() + " " + score.gold().correct());
    }
    facts.abstentions().forEach((why, count) -> line(text, why, count));
    if (!facts.arms().isEmpty()) {
      line(text, "arms", facts.arms().text());
    }
    tables.forEach((table, use) -> line(text, "table " + table, use.version()));
    this.judgements = sha256(text.toString());
    combinations(text, "guideline", others.combinations());
    others.counts().lines().forEach(each -> line(text, "guideline " + facts.kind(), each));
    line(text, "guideline revisions", facts.guideline().revisions());
    line(text, "guideline kept", facts.guideline().kept());
    for (String table :
        List.of(
            MeasurementTables.METRIC_SELECTION,
            MeasurementTables.AGREEMENT_GATE,
            MeasurementTables.GUIDELINE_REVISION)) {
      line(text, "table " + table, facts.tableVersion().applyAsInt(table));
    }
    facts.truth().ifPresent(truth -> line(text, "truth", truth.sha256()));
    this.everything = sha256(text.toString());
  }

  private static void combinations(
      StringBuilder text, String key, Map<LabelCombination, Long> combinations) {
    combinations.entrySet().stream()
        .map(entry -> key + " " + entry.getKey().text() + " " + entry.getValue())
        .sorted()
        .forEach(items -> text.append(items).append('\n'));
  }

  private static void line(StringBuilder text, String key, Object value) {
    text.append(key).append(' ').append(value).append('\n');
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java lacks SHA-256", e);
    }
  }

  String sha256() {
    return HexFormat.of().formatHex(everything);
  }

  /**
   * From the judgements alone: what a person decides about the guideline moves no interval. At most
   * 53 bits, so that JSON readers with floating-point numbers keep it exactly.
   */
  long seed() {
    return ByteBuffer.wrap(judgements).getLong() >>> 11;
  }
}

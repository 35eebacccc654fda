package io.touchstone.quality;

import io.touchstone.quality.agreement.NominalAgreement;
import io.touchstone.quality.agreement.SpanAgreement;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;

/**
 * A digest of all that a batch's numbers are made from. The seed of the resampling comes from it
 * too, so that the same judgements give the same interval whenever they are measured.
 */
final class MeasuredInputs {

  private final byte[] digest;

  MeasuredInputs(
      BatchMeasurement.Facts facts,
      List<QualityNumbers.AnnotatorScore> scores,
      SortedMap<String, QualityNumbers.TableUse> tables) {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "metrics",
        facts.spans().isPresent() ? SpanAgreement.METRIC_VERSION : NominalAgreement.METRIC_VERSION);
    line(text, "batch", facts.batchId());
    line(text, "labels", String.join(",", facts.labels()));
    line(text, "schema", facts.labelSchemaVersion());
    line(text, "guideline", facts.guidelineVersion());
    line(text, "annotatorsPerItem", facts.annotatorsPerItem());
    line(text, "annotators", facts.annotators());
    facts.combinations().entrySet().stream()
        .map(entry -> "items " + entry.getKey().text() + " " + entry.getValue())
        .sorted()
        .forEach(items -> text.append(items).append('\n'));
    facts.spans().ifPresent(spans -> spans.lines().forEach(each -> line(text, "spans", each)));
    for (QualityNumbers.AnnotatorScore score : scores) {
      line(text, "gold " + score.annotator(), score.gold().count() + " " + score.gold().correct());
    }
    if (!facts.arms().isEmpty()) {
      line(text, "arms", facts.arms().text());
    }
    tables.forEach((table, use) -> line(text, "table " + table, use.version()));
    this.digest = sha256(text.toString());
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
    return HexFormat.of().formatHex(digest);
  }

  /** At most 53 bits, so that JSON readers with floating-point numbers keep it exactly. */
  long seed() {
    return ByteBuffer.wrap(digest).getLong() >>> 11;
  }
}

package io.touchstone.quality.truth;

import io.touchstone.agreement.Numbering;
import io.touchstone.agreement.truth.JudgedItems;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The judgements that an item's truth is inferred from, numbered, with what the numbers stand for:
 * those on the batch's items, and those of the same people on gold.
 */
public final class TruthJudgements {

  private final JudgedItems items;
  private final List<String> itemIds;
  private final List<String> labels;
  private final List<String> annotators;
  private final String sha256;

  private TruthJudgements(Builder builder) {
    labels = builder.labels.names();
    items = builder.items.build(Math.max(1, labels.size()));
    itemIds = builder.itemIds;
    annotators = builder.annotators.names();
    sha256 = HexFormat.of().formatHex(builder.digest.digest());
  }

  /**
   * @param labels ids of the label schema; others that occur come after them
   */
  public static Builder builder(List<String> labels) {
    return new Builder(labels);
  }

  /** Takes judgements item by item. */
  public static final class Builder {

    private final JudgedItems.Builder items = JudgedItems.builder();
    private final List<String> itemIds = new ArrayList<>();
    private final Numbering labels = new Numbering();
    private final Numbering annotators = new Numbering();
    private final MessageDigest digest = sha256();
    private String current = "";

    private Builder(List<String> schema) {
      schema.forEach(labels::of);
    }

    /**
     * One judgement; those on one item come one after another.
     *
     * @param truth the item's label if it is gold
     * @return number of the item
     */
    public int add(String itemId, Optional<String> truth, String annotator, String label) {
      if (!itemId.equals(current)) {
        current = itemId;
        itemIds.add(itemId);
        items.item(truth.map(labels::of).orElse(JudgedItems.UNKNOWN));
        note(itemId + ' ' + truth.orElse(""));
      }
      items.judgement(annotators.of(annotator), labels.of(label));
      note(annotator + ' ' + label);
      return itemIds.size() - 1;
    }

    private void note(String line) {
      digest.update((line + '\n').getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("This Java lacks SHA-256", e);
      }
    }

    public TruthJudgements build() {
      return new TruthJudgements(this);
    }
  }

  public JudgedItems items() {
    return items;
  }

  String itemId(int item) {
    return itemIds.get(item);
  }

  /** Whether the item is the batch's own; gold is not. */
  boolean ofBatch(int item) {
    return items.known(item) == JudgedItems.UNKNOWN;
  }

  public List<String> labels() {
    return labels;
  }

  public List<String> annotators() {
    return annotators;
  }

  /** Of all judgements and gold labels in their order. */
  String sha256() {
    return sha256;
  }
}

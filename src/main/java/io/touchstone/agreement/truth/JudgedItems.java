package io.touchstone.agreement.truth;

import java.util.Arrays;

/**
 * Judgements as numbers, item by item: who said which label. Annotators and labels are numbered
 * from 0 by the caller, items in the order in which they are begun; 8 bytes per judgement and item.
 */
public final class JudgedItems {

  /** The label of an item whose truth is not known. */
  public static final int UNKNOWN = -1;

  private final int labels;
  private final int annotators;
  private final int[] begins;
  private final int[] known;
  private final int[] annotatorOf;
  private final int[] labelOf;

  private JudgedItems(
      int labels, int annotators, int[] begins, int[] known, int[] annotatorOf, int[] labelOf) {
    this.labels = labels;
    this.annotators = annotators;
    this.begins = begins;
    this.known = known;
    this.annotatorOf = annotatorOf;
    this.labelOf = labelOf;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Collects the judgements of one item after another. */
  public static final class Builder {

    private static final int FIRST_SIZE = 1_024;

    private int annotators;
    private int leastLabels = 1;
    private int[] begins = new int[FIRST_SIZE];
    private int[] known = new int[FIRST_SIZE];
    private int items;
    private int[] annotatorOf = new int[FIRST_SIZE];
    private int[] labelOf = new int[FIRST_SIZE];
    private int judgements;

    private Builder() {}

    /** Begins the next item; the truth about it is not known. */
    public Builder item() {
      return item(UNKNOWN);
    }

    /**
     * Begins the next item.
     *
     * @param truth its label where that is known, as of a gold item; else {@link #UNKNOWN}
     */
    public Builder item(int truth) {
      if (truth < UNKNOWN) {
        throw new IllegalArgumentException("Labels are numbered from 0.");
      }
      if (items == begins.length) {
        begins = Arrays.copyOf(begins, 2 * items);
        known = Arrays.copyOf(known, 2 * items);
      }
      leastLabels = Math.max(leastLabels, truth + 1);
      begins[items] = judgements;
      known[items++] = truth;
      return this;
    }

    /** One judgement on the item begun last; the same annotator may judge it more than once. */
    public Builder judgement(int annotator, int label) {
      if (items == 0 || annotator < 0 || label < 0) {
        throw new IllegalArgumentException(
            "A judgement belongs to an item, an annotator and a label.");
      }
      if (judgements == labelOf.length) {
        annotatorOf = Arrays.copyOf(annotatorOf, 2 * judgements);
        labelOf = Arrays.copyOf(labelOf, 2 * judgements);
      }
      leastLabels = Math.max(leastLabels, label + 1);
      annotators = Math.max(annotators, annotator + 1);
      annotatorOf[judgements] = annotator;
      labelOf[judgements++] = label;
      return this;
    }

    /**
     * @param labels size of the label set, used or not, at least 1
     * @throws IllegalArgumentException if a higher label was named
     */
    public JudgedItems build(int labels) {
      if (labels < leastLabels) {
        throw new IllegalArgumentException(
            "A judgement or a known truth names a label beyond the label set.");
      }
      int[] ends = Arrays.copyOf(begins, items + 1);
      ends[items] = judgements;
      return new JudgedItems(
          labels,
          annotators,
          ends,
          Arrays.copyOf(known, items),
          Arrays.copyOf(annotatorOf, judgements),
          Arrays.copyOf(labelOf, judgements));
    }
  }

  /**
   * The same judgements with other known truths.
   *
   * @param truths per item; {@link #UNKNOWN} where it is not known
   */
  JudgedItems knowing(int[] truths) {
    return new JudgedItems(labels, annotators, begins, truths, annotatorOf, labelOf);
  }

  public int labels() {
    return labels;
  }

  /** The highest number of an annotator, plus one. */
  public int annotators() {
    return annotators;
  }

  public int items() {
    return known.length;
  }

  public int judgements() {
    return labelOf.length;
  }

  /** The label that the item is known to have, or {@link #UNKNOWN}. */
  public int known(int item) {
    return known[item];
  }

  int[] known() {
    return known.clone();
  }

  /** Number of the item's first judgement. */
  public int begin(int item) {
    return begins[item];
  }

  /** Number after that of the item's last judgement. */
  public int end(int item) {
    return begins[item + 1];
  }

  /** Who made a judgement. */
  public int annotator(int judgement) {
    return annotatorOf[judgement];
  }

  /** What a judgement says. */
  public int label(int judgement) {
    return labelOf[judgement];
  }

  /** Judgements per annotator. */
  public int[] judgementsPerAnnotator() {
    int[] counts = new int[annotators];
    for (int annotator : annotatorOf) {
      counts[annotator]++;
    }
    return counts;
  }
}

package io.touchstone.agreement;

import java.util.ArrayList;
import java.util.List;

/** Judgements printed in the literature. */
public final class Published {

  private Published() {}

  /**
   * Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", example C: four observers,
   * twelve units, missing values; the R package irrCAC carries it as cac.raw4raters.
   */
  static NominalJudgements krippendorff2011c() {
    return rows(
        List.of(),
        "1 2 3 3 2 1 4 1 2 . . .",
        "1 2 3 3 2 2 4 1 2 5 . 3",
        ". 3 3 3 2 3 4 2 2 5 1 .",
        "1 2 3 3 2 4 4 1 2 5 1 .");
  }

  /** Krippendorff 2011, example A: two observers, ten units, two labels. */
  static NominalJudgements krippendorff2011a() {
    return rows(List.of(), "0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0");
  }

  /** Krippendorff 2011, example B: two observers, twelve units, five labels. */
  static NominalJudgements krippendorff2011b() {
    return rows(List.of(), "a a b b d c c c e d d a", "b a b b b c c c e d d d");
  }

  private static final String[] FLEISS_1971 = {
    "444444", "222555", "233335", "555555", "222444", "113333", "333355", "113334", "114444",
    "555555", "144444", "124444", "222333", "144444", "224445", "333335", "111455", "111112",
    "224444", "133555", "555555", "244444", "224555", "114444", "144445", "222224", "111155",
    "224444", "133333", "555555"
  };

  /**
   * Fleiss 1971, "Measuring nominal scale agreement among many raters", table 1: 30 patients, six
   * psychiatrists each; 1 depression, 2 personality disorder, 3 schizophrenia, 4 neurosis, 5 other.
   */
  static LabelCounts fleiss1971() {
    return counts(6, FLEISS_1971);
  }

  /** The first 15 patients of Fleiss 1971, as in irrCAC's distrib.6raters. */
  static LabelCounts sixRaters() {
    return counts(
        6, "444444", "222555", "233335", "555555", "222444", "113333", "333355", "113334", "114444",
        "555555", "144444", "124444", "222333", "144444", "224445");
  }

  /** irrCAC's cont3x3abstractors: 100 pregnancies, two abstractors. */
  static NominalJudgements abstractors() {
    return table(new int[][] {{13, 0, 0}, {0, 20, 7}, {0, 4, 56}});
  }

  /** Cohen 1960, "A coefficient of agreement for nominal scales", table 1 with n = 200. */
  static NominalJudgements cohen1960() {
    return table(new int[][] {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}});
  }

  /** One string per annotator, one mark per item, a dot for a missing judgement. */
  public static NominalJudgements rows(List<String> declared, String... rows) {
    NominalJudgements judgements = new NominalJudgements(declared);
    for (int annotator = 0; annotator < rows.length; annotator++) {
      String[] marks = rows[annotator].split(" ");
      for (int item = 0; item < marks.length; item++) {
        if (!marks[item].equals(".")) {
          judgements.add("item-" + item, "annotator-" + annotator, marks[item]);
        }
      }
    }
    return judgements;
  }

  private static LabelCounts counts(int annotators, String... items) {
    LabelCounts.Builder counts = LabelCounts.builder(List.of("1", "2", "3", "4", "5"), annotators);
    for (String item : items) {
      counts.add(List.of(item.split("")), 1);
    }
    return counts.build();
  }

  /** Two annotators, a and b: how many items have each pair of labels; rows are those of a. */
  static NominalJudgements table(int[][] table) {
    List<String> labels = new ArrayList<>();
    for (int k = 0; k < table.length; k++) {
      labels.add("label-" + k);
    }
    NominalJudgements judgements = new NominalJudgements(labels);
    int item = 0;
    for (int k = 0; k < table.length; k++) {
      for (int l = 0; l < table.length; l++) {
        for (int n = 0; n < table[k][l]; n++) {
          judgements
              .add("item-" + item, "a", labels.get(k))
              .add("item-" + item, "b", labels.get(l));
          item++;
        }
      }
    }
    return judgements;
  }
}

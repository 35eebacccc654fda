package io.touchstone.release;

import io.touchstone.project.Label;
import io.touchstone.project.Splits;
import io.touchstone.release.format.CardFacts;
import io.touchstone.release.format.ClassMap;
import io.touchstone.release.format.DatasetContent;
import io.touchstone.release.format.DatasetFormat;
import io.touchstone.release.format.DatasetRecord;
import io.touchstone.release.format.Deidentification;
import io.touchstone.release.format.LabelledItem;
import io.touchstone.release.format.LabelledItems;
import io.touchstone.release.format.Lineage;
import io.touchstone.release.format.ProcessOrigin;
import io.touchstone.release.format.QualityFigures;
import io.touchstone.release.format.TruthFigures;
import io.touchstone.release.format.Utf8Order;
import io.touchstone.release.format.family.DatasetFormats;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Invented datasets. */
public final class Samples {

  public static final List<Label> LABELS =
      List.of(new Label("billing", "Billing", ""), new Label("outage", "Outage | fault", ""));

  private Samples() {}

  public static DatasetContent content(int records) {
    return content(records, Splits.NONE);
  }

  public static DatasetContent content(int records, Splits splits) {
    QualityFigures quality =
        new QualityFigures(
            Optional.of(0.9),
            Optional.of(0.8123),
            Optional.of(0.75),
            Optional.of(0.86),
            Optional.empty(),
            Optional.of(1L),
            Optional.of(40L),
            Optional.of(0.95),
            Optional.of("alphaNominal"),
            Optional.of(
                new TruthFigures(
                    "dawid-skene",
                    "Gold | says nothing against it.",
                    Optional.of(0.971),
                    Optional.of(38L),
                    Optional.of(0.9),
                    Optional.empty())),
            List.of());
    CardFacts facts =
        new CardFacts(
            "tickets",
            "Support tickets",
            "Routes invented tickets.",
            "CC-BY-4.0",
            "Example Ltd",
            "data@example.org",
            3,
            List.of(new CardFacts.BatchFacts("tickets-1", records, 1, quality)));
    return new DatasetContent(
        facts,
        ClassMap.next(Optional.empty(), LABELS),
        "# Guideline\n",
        new Deidentification(
            "standard", Optional.empty(), List.of("ab12"), new TreeMap<>(Map.of("EMAIL", 3L))),
        splits,
        DatasetFormats.with(List.of()));
  }

  /** A dataset in these formats. */
  public static DatasetContent in(List<DatasetFormat> formats, int records) {
    DatasetContent plain = content(records);
    return new DatasetContent(
        plain.facts(),
        plain.classMap(),
        plain.guideline(),
        plain.deidentification(),
        plain.splits(),
        formats);
  }

  /** The same in a part of the dataset. */
  public static LabelledItem in(String split, LabelledItem item) {
    DatasetRecord record = item.record();
    return new LabelledItem(
        new DatasetRecord(
            record.id(), record.text(), record.answer(), record.method(), Optional.of(split)),
        item.lineage());
  }

  public static LabelledItem item(int number, String text, String label) {
    String id = String.format(Locale.ROOT, "%032x", number * 7919L);
    DatasetRecord record =
        new DatasetRecord(
            id, text, label, new TreeMap<>(Map.of(label, 3)), "majority", Optional.empty());
    Lineage lineage =
        new Lineage(
            id,
            "c0ffee",
            new Lineage.Source("5e1f", number),
            "ab12",
            1,
            1,
            List.of(
                new Lineage.JudgementEntry("b2", "annotator", label, 1, 1),
                new Lineage.JudgementEntry("a1", "annotator", label, 1, 1)),
            new Lineage.VerdictEntry("majority", "clear-majority"),
            new ProcessOrigin("annotation-pipeline", 1, "d00d", "tickets-1"),
            List.of(),
            Optional.empty());
    return new LabelledItem(record, lineage);
  }

  public static LabelledItems items(List<LabelledItem> items) {
    List<LabelledItem> sorted = new ArrayList<>(items);
    sorted.sort(Comparator.comparing(item -> item.record().id(), Utf8Order.INSTANCE));
    return new LabelledItems() {
      @Override
      public long count() {
        return sorted.size();
      }

      @Override
      public SortedMap<String, Long> perSplit() {
        SortedMap<String, Long> perSplit = new TreeMap<>();
        sorted.forEach(
            item -> perSplit.merge(item.record().split().orElse(Splits.ALL), 1L, Long::sum));
        return perSplit;
      }

      @Override
      public void forEach(Consumer<LabelledItem> reader) {
        sorted.forEach(reader);
      }
    };
  }

  /** So many items, the first with a text full of traps. */
  public static LabelledItems items(int count) {
    List<LabelledItem> items = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      String text = i == 1 ? "Grüße \"\\/\n\t\u0001\u007f \uD83D\uDE00 \uE000" : "ticket " + i;
      items.add(item(i, text, i % 3 == 0 ? "outage" : "billing"));
    }
    return items(items);
  }
}

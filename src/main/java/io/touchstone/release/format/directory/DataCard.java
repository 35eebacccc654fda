package io.touchstone.release.format.directory;

import static io.touchstone.release.format.Markdown.text;

import io.touchstone.project.ProjectSettings;
import io.touchstone.release.format.CanonicalJson;
import io.touchstone.release.format.CardFacts;
import io.touchstone.release.format.ClassMap;
import io.touchstone.release.format.DatasetContent;
import io.touchstone.release.format.Deidentification;
import io.touchstone.release.format.QualityFigures;
import io.touchstone.release.format.TruthFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The page {@code README.md} of a dataset: what it is for, how it was labelled, how far to trust
 * it. Its first block is the metadata that Hugging Face tools read.
 */
final class DataCard {

  private final CardFacts facts;
  private final DatasetContent content;
  private final SortedMap<String, Long> perSplit;
  private final long records;
  private final SortedMap<String, Long> perLabel;
  private final boolean spans;
  private final StringBuilder page = new StringBuilder();

  private DataCard(
      DatasetContent content, SortedMap<String, Long> perSplit, SortedMap<String, Long> perLabel) {
    this.facts = content.facts();
    this.content = content;
    this.perSplit = perSplit;
    this.records = perSplit.values().stream().mapToLong(Long::longValue).sum();
    this.perLabel = perLabel;
    this.spans = content.facts().task() == ProjectSettings.Task.SPANS;
  }

  /**
   * @param perSplit records of each part
   * @param perLabel records, or spans, per label id
   * @param beside what there is beside the records
   * @param lost what is not in a format's files, by its id, for the middle of a sentence
   */
  static String markdown(
      DatasetContent content,
      SortedMap<String, Long> perSplit,
      SortedMap<String, Long> perLabel,
      CardFiles.Beside beside,
      Map<String, String> lost) {
    DataCard card = new DataCard(content, perSplit, perLabel);
    card.metadata();
    card.purpose();
    card.labelling();
    card.processes();
    card.trust();
    card.accepted();
    card.classes();
    card.splits();
    card.privacy();
    card.limits();
    return card.page + CardFiles.section(content, beside, lost);
  }

  private void metadata() {
    line("---");
    line("license: " + CanonicalJson.line(facts.licence().toLowerCase(Locale.ROOT)));
    line("task_categories:");
    line(spans ? "- token-classification" : "- text-classification");
    line("configs:");
    line("- config_name: default");
    line("  data_files:");
    names()
        .forEach(
            name -> {
              line("  - split: " + name);
              line("    path: data/" + name + "-*.jsonl");
            });
    line("---");
    line("# " + text(facts.title()));
    line("");
  }

  private void purpose() {
    line(text(facts.purpose()));
    line("");
    line("| | |");
    line("| --- | --- |");
    row("Dataset", facts.dataset());
    row("Records", String.valueOf(records));
    row("Licence", facts.licence());
    row("Creator", facts.creator());
    row("Contact", facts.contact());
    line("");
  }

  private void labelling() {
    line("## How it was labelled");
    line("");
    line(
        "Each item was given to "
            + facts.annotatorsPerItem()
            + " people who did not see each other's "
            + (spans ? "spans" : "labels")
            + ", and to more people where these left it unsure. Where they agreed far enough, the"
            + " majority decided; the other items were decided by a reviewer who had labelled none"
            + " of them and saw the "
            + (spans ? "spans" : "labels")
            + " without names, or none at all. A random sample of the items with a majority was"
            + " decided by such a reviewer, too. `meta/guideline.md` is the guideline, `lineage/`"
            + " names for every record who judged it, under a pseudonym, and which process version"
            + " decided.");
    line("");
  }

  /** Only of batches that came after the set of processes had a version of its own. */
  private void processes() {
    if (facts.batches().stream().allMatch(batch -> batch.processSet().isEmpty())) {
      return;
    }
    line("| Batch | SHA-256 of the listing of all processes, decision tables and forms |");
    line("| --- | --- |");
    for (CardFacts.BatchFacts batch : facts.batches()) {
      batch.processSet().ifPresent(set -> row(batch.batchId(), set));
    }
    line("");
  }

  private void trust() {
    line("## How far to trust it");
    line("");
    line(
        "| Batch | Records | "
            + (spans
                ? "All equal | Exact span F1 (95 % interval)"
                : "Agreement | Beyond chance (95 % interval)")
            + " | Gold accuracy | Adjudicated |");
    line("| --- | ---: | ---: | ---: | ---: | ---: |");
    for (CardFacts.BatchFacts batch : facts.batches()) {
      QualityFigures quality = batch.quality();
      line(
          String.join(
              " | ",
              "| " + text(batch.batchId()),
              String.valueOf(batch.records()),
              quality.percentAgreement().map(DataCard::percent).orElse("not known"),
              alpha(quality),
              gold(quality),
              percent(share(batch.adjudicated(), batch.records())) + " |"));
    }
    line("");
    byQuestion();
    if (spans) {
      line(
          "Exact span F1 is the F1 of one person's spans against another's, both places and the"
              + " label equal, summed over all pairs of judgements on an item; all equal is the"
              + " share of items on which everybody marked the same. Gold accuracy is the share of"
              + " judgements on items with a known answer that came close enough to it; those items"
              + " are not in this dataset.");
      line("");
      recomputing();
      return;
    }
    line(
        "Agreement is measured over all items of a batch before adjudication: the share of pairs of"
            + " judgements that are equal, and what is left of it beyond chance. Gold accuracy is"
            + " the share of judgements on items with a known answer that gave it; those items are"
            + " not in this dataset.");
    line("");
    recomputing();
    softLabels();
  }

  private void byQuestion() {
    if (facts.batches().stream().allMatch(batch -> batch.quality().questions().isEmpty())) {
      return;
    }
    line(
        "Several questions were asked about each item. The line above has the figures of the one"
            + " that people agree on least; question by question they are:");
    line("");
    line("| Batch | Question | Agreement | Beyond chance (95 % interval) |");
    line("| --- | --- | ---: | ---: |");
    for (CardFacts.BatchFacts batch : facts.batches()) {
      for (QualityFigures.OfQuestion each : batch.quality().questions()) {
        line(
            String.join(
                " | ",
                "| " + text(batch.batchId()),
                text(each.ask()),
                each.figures().percentAgreement().map(DataCard::percent).orElse("not known"),
                alpha(each.figures()) + " |"));
      }
    }
    line("");
  }

  private void recomputing() {
    line(
        "The figures can be recomputed from `lineage/`: of each record the judgements of"
            + " annotators, without those marked `further`. These were asked for later, because the"
            + " first ones left the item unsure; they count as votes, but only difficult items have"
            + " them, so that they would pull agreement down. Intervals come from drawing the items"
            + " anew 1,000 times."
            + (facts.batches().size() > 1
                ? " A record that names no `batch` is of the first one of the table."
                : ""));
    line("");
  }

  private void accepted() {
    if (facts.accepted().isEmpty()) {
      return;
    }
    line("## Accepted against a gate");
    line("");
    line(
        "A gate checks each batch after each stage. These gates did not let a batch pass, and its"
            + " records are in this dataset all the same:");
    line("");
    facts.accepted().forEach(override -> line("- " + override.markdown()));
    line("");
  }

  private void softLabels() {
    if (facts.batches().stream().allMatch(batch -> batch.quality().truth().isEmpty())) {
      return;
    }
    line(
        "Beside the votes each record carries a soft label, `soft`: how probable each label is,"
            + " given what its annotators said. `majority` takes the shares of their votes,"
            + " `dawid-skene` weighs everybody by the mistakes they make (Dawid and Skene 1979)."
            + " What an adjudicator decided is in `label`, not in `soft`. Both methods were tried"
            + " on items with a known answer that they were not told.");
    line("");
    line(
        "| Batch | Soft labels by | Dawid-Skene as the majority | Known answers | Majority right"
            + " | Dawid-Skene right | Why this method |");
    line("| --- | --- | ---: | ---: | ---: | ---: | --- |");
    for (CardFacts.BatchFacts batch : facts.batches()) {
      batch.quality().truth().ifPresent(truth -> softLabels(batch.batchId(), truth));
    }
    line("");
  }

  private void softLabels(String batchId, TruthFigures truth) {
    line(
        String.join(
            " | ",
            "| " + text(batchId),
            text(truth.method()),
            truth.agreementWithMajority().map(DataCard::percent).orElse("not known"),
            truth.goldItems().map(String::valueOf).orElse("not known"),
            truth.goldMajority().map(DataCard::percent).orElse("not measured"),
            truth.goldDawidSkene().map(DataCard::percent).orElse("not measured"),
            text(truth.because()) + " |"));
  }

  private String alpha(QualityFigures quality) {
    if (quality.alpha().isEmpty()) {
      return quality
          .alphaReason()
          .map(why -> "not defined: " + text(why.toLowerCase(Locale.ROOT).replace('_', ' ')))
          .orElse("not known");
    }
    String interval =
        quality.alphaLow().isPresent() && quality.alphaHigh().isPresent()
            ? " (" + decimal(quality.alphaLow()) + " to " + decimal(quality.alphaHigh()) + ")"
            : "";
    return decimal(quality.alpha()) + interval + (spans ? "" : ", " + text(quality.coefficient()));
  }

  private static String gold(QualityFigures quality) {
    return quality
        .goldAccuracy()
        .map(
            share ->
                percent(share)
                    + quality.goldCount().map(count -> " of " + count + " judgements").orElse(""))
        .orElse("not measured");
  }

  private void classes() {
    line("## Classes");
    line("");
    line("| Number | Label | Name | " + (spans ? "Spans" : "Records") + " | Share |");
    line("| ---: | --- | --- | ---: | ---: |");
    long counted = perLabel.values().stream().mapToLong(Long::longValue).sum();
    for (ClassMap.Entry entry : content.classMap().classes()) {
      long count = perLabel.getOrDefault(entry.label(), 0L);
      line(
          String.join(
              " | ",
              "| " + entry.number(),
              text(entry.label()),
              text(entry.name()) + (entry.retired() ? " (retired)" : ""),
              String.valueOf(count),
              percent(share(count, counted)) + " |"));
    }
    line("");
  }

  private void privacy() {
    Deidentification deidentification = content.deidentification();
    line("## Personal data");
    line("");
    if (deidentification.mode().equals("none")) {
      line(
          "The texts were not de-identified. Reason given: "
              + text(deidentification.reason().orElse("none"))
              + ".");
    } else {
      line("Pieces of personal data were found in the texts and replaced before anybody saw them:");
      line("");
      line("| Kind | Replaced |");
      line("| --- | ---: |");
      deidentification.findings().forEach((kind, count) -> row(kind, String.valueOf(count)));
      line("");
      line(
          "The claim is pseudonymised, not anonymous: what the search did not find is still there,"
              + " and context may identify a person. Treat the dataset as personal data.");
    }
    line("");
    line("People who labelled appear under keyed pseudonyms.");
    line("");
  }

  /** Parts that have records: the wished ones in their order, then those of earlier wishes. */
  private List<String> names() {
    List<String> names = new ArrayList<>(content.splits().names());
    names.retainAll(perSplit.keySet());
    perSplit.keySet().stream().filter(name -> !names.contains(name)).forEach(names::add);
    return names;
  }

  private void splits() {
    if (content.splits().isSingle()) {
      return;
    }
    line("## Splits");
    line("");
    line("| Split | Records | Share | Wished |");
    line("| --- | ---: | ---: | ---: |");
    for (String name : names()) {
      long count = perSplit.get(name);
      double wished = content.splits().percent().getOrDefault(name, 0.) / 100;
      line(
          "| %s | %d | %s | %s |"
              .formatted(name, count, percent(share(count, records)), percent(wished)));
    }
    line("");
    line(
        "Records that are equal, nearly say the same or look the same are in one split. A record"
            + " stays in its split in all later versions: where a later record shows that two"
            + " published ones in two splits are nearly the same, they stay there.");
    line("");
  }

  private void limits() {
    line("## Known limits");
    line("");
    if (content.splits().isSingle()) {
      line("- There is one split, `all`: no part is set aside for testing.");
    }
    line("- The classes are as frequent as in the batches, not as in the world.");
    line("- Labels follow the guideline; where it is silent, they follow the people who labelled.");
    line("");
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String decimal(Optional<Double> value) {
    return String.format(Locale.ROOT, "%.3f", value.orElseThrow());
  }

  private void row(String name, String value) {
    line("| " + text(name) + " | " + text(value) + " |");
  }

  private void line(String line) {
    page.append(line).append('\n');
  }
}

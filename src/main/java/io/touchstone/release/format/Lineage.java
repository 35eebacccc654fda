package io.touchstone.release.format;

import io.touchstone.answer.Answer;
import io.touchstone.answer.abstention.Abstained;
import io.touchstone.answer.classes.ClassSet;
import io.touchstone.answer.oneclass.ClassLabel;
import io.touchstone.answer.scale.ScalePoint;
import io.touchstone.answer.sheet.SheetAnswer;
import io.touchstone.answer.spans.Span;
import io.touchstone.answer.spans.SpanSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where one record comes from and who decided it under which rules: one line of {@code lineage/}.
 * Neither times nor random ids are in it, so that equal decisions are equal bytes.
 *
 * @param itemId item id
 * @param contentHash hash of the de-identified text
 * @param source where the raw text stood
 * @param policySha256 the de-identification policy that the text passed
 * @param labelSchemaVersion the batch's label schema
 * @param guidelineVersion the batch's guideline
 * @param judgements everybody's last judgement on the item
 * @param verdict what was decided
 * @param process the process version that decided it
 * @param overrides where its batch went on against a gate
 * @param batch that the item came with; empty for those of the dataset's first batch
 */
public record Lineage(
    String itemId,
    String contentHash,
    Source source,
    String policySha256,
    int labelSchemaVersion,
    int guidelineVersion,
    List<JudgementEntry> judgements,
    VerdictEntry verdict,
    ProcessOrigin process,
    List<AcceptedAgainst> overrides,
    Optional<String> batch) {

  /** Row numbers begin with 1. */
  public record Source(String objectDigest, long row) {}

  /**
   * One person's judgement, under a pseudonym and the versions it was made under.
   *
   * @param further whether it was asked for because the first ones left the item unsure: such
   *     judgements are votes, but no part of the measured agreement, which only difficult items
   *     would pull down
   */
  public record JudgementEntry(
      String annotator,
      String role,
      Answer labelling,
      int labelSchemaVersion,
      int guidelineVersion,
      boolean further) {

    /** A judgement that the first plan asked for. */
    public JudgementEntry(
        String annotator,
        String role,
        Answer labelling,
        int labelSchemaVersion,
        int guidelineVersion) {
      this(annotator, role, labelling, labelSchemaVersion, guidelineVersion, false);
    }

    /** A judgement that names one class. */
    public JudgementEntry(
        String annotator, String role, String label, int labelSchemaVersion, int guidelineVersion) {
      this(annotator, role, new ClassLabel(label), labelSchemaVersion, guidelineVersion);
    }

    private Object said() {
      return said(labelling);
    }

    private static Object said(Answer labelling) {
      if (labelling instanceof SheetAnswer sheet) {
        CanonicalJson.Fields answers = CanonicalJson.fields();
        sheet
            .byQuestion()
            .forEach(
                (question, answer) ->
                    answers.put(
                        question,
                        CanonicalJson.fields().put(answer.kind().member(), said(answer))));
        return answers;
      }
      if (labelling instanceof SpanSet set) {
        return set.spans().stream().map(JudgementEntry::place).toList();
      }
      if (labelling instanceof ScalePoint point) {
        return point.value();
      }
      if (labelling instanceof ClassSet set) {
        return set.ids();
      }
      return labelling instanceof Abstained abstained
          ? abstained.why().id()
          : ((ClassLabel) labelling).id();
    }

    /** The text that a span covers stands in the record already. */
    private static CanonicalJson.Fields place(Span span) {
      return CanonicalJson.fields()
          .put("start", span.start())
          .put("end", span.end())
          .put("label", span.label());
    }
  }

  /** How the label was decided and by which rule of the routing table. */
  public record VerdictEntry(String method, String routingRule) {}

  private static final Comparator<JudgementEntry> BY_ROLE_THEN_PSEUDONYM =
      Comparator.comparing(JudgementEntry::role, Comparator.reverseOrder())
          .thenComparing(JudgementEntry::annotator, Utf8Order.INSTANCE)
          .thenComparing(judgement -> CanonicalJson.line(judgement.said()), Utf8Order.INSTANCE);

  public Lineage {
    judgements = judgements.stream().sorted(BY_ROLE_THEN_PSEUDONYM).toList();
  }

  /**
   * The line without its line end. What most records lack is left out, so that lines written before
   * it was known stay as they are.
   */
  public String line() {
    CanonicalJson.Fields fields =
        CanonicalJson.fields()
            .put("id", itemId)
            .put("contentHash", contentHash)
            .put(
                "source",
                CanonicalJson.fields()
                    .put("objectDigest", source.objectDigest())
                    .put("row", source.row()))
            .put("policySha256", policySha256)
            .put("labelSchemaVersion", labelSchemaVersion)
            .put("guidelineVersion", guidelineVersion)
            .put("judgements", judgements.stream().map(Lineage::judgement).toList())
            .put(
                "verdict",
                CanonicalJson.fields()
                    .put("method", verdict.method())
                    .put("routingRule", verdict.routingRule()))
            .put("process", process.fields());
    if (!overrides.isEmpty()) {
      fields.put("overrides", overrides.stream().map(AcceptedAgainst::decision).toList());
    }
    batch.ifPresent(name -> fields.put("batch", name));
    return CanonicalJson.line(fields);
  }

  private static CanonicalJson.Fields judgement(JudgementEntry judgement) {
    CanonicalJson.Fields fields =
        CanonicalJson.fields()
            .put("annotator", judgement.annotator())
            .put("role", judgement.role())
            .put(judgement.labelling().kind().member(), judgement.said())
            .put("labelSchemaVersion", judgement.labelSchemaVersion())
            .put("guidelineVersion", judgement.guidelineVersion());
    return judgement.further() ? fields.put("further", true) : fields;
  }
}

package io.touchstone.release.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.answer.Answer;
import io.touchstone.answer.Question;
import io.touchstone.answer.abstention.Abstained;
import io.touchstone.answer.classes.ClassSet;
import io.touchstone.answer.oneclass.ClassLabel;
import io.touchstone.answer.scale.ScalePoint;
import io.touchstone.answer.sheet.SheetAnswer;
import io.touchstone.answer.spans.Span;
import io.touchstone.answer.spans.SpanSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What a record says of its text. */
public sealed interface RecordAnswer {

  /**
   * What is said of an item.
   *
   * @param settled the answer of the verdict
   * @param votes what annotators said, one each
   * @param soft what was inferred from their answers, by question
   */
  static RecordAnswer of(Answer settled, List<Answer> votes, Map<String, SoftLabel> soft) {
    if (settled instanceof SheetAnswer sheet) {
      return Several.of(
          sheet,
          (question, answer) ->
              of(
                  answer,
                  votes.stream()
                      .flatMap(vote -> ((SheetAnswer) vote).to(question).stream())
                      .toList(),
                  Optional.ofNullable(soft.get(question))));
    }
    return of(settled, votes, Optional.ofNullable(soft.get(Question.ONLY)));
  }

  private static RecordAnswer of(Answer settled, List<Answer> votes, Optional<SoftLabel> soft) {
    if (settled instanceof Abstained abstained) {
      return new Abstention(abstained.why().id());
    }
    if (settled instanceof SpanSet set) {
      return new MarkedSpans(
          set.spans().stream().map(span -> MarkedSpan.of(span, votes)).toList(), votes.size());
    }
    if (settled instanceof ClassSet set) {
      SortedMap<String, Integer> perLabel = new TreeMap<>();
      votes.forEach(vote -> vote.labels().forEach(id -> perLabel.merge(id, 1, Integer::sum)));
      return new ChosenClasses(set.ids(), perLabel, votes.size());
    }
    if (settled instanceof ScalePoint point) {
      SortedMap<String, Integer> perPoint = new TreeMap<>();
      votes.forEach(vote -> vote.labels().forEach(id -> perPoint.merge(id, 1, Integer::sum)));
      return new Rated(point.value(), perPoint);
    }
    SortedMap<String, Integer> perLabel = new TreeMap<>();
    votes.forEach(vote -> vote.labels().forEach(id -> perLabel.merge(id, 1, Integer::sum)));
    return new OneLabel(((ClassLabel) settled).id(), perLabel, soft);
  }

  /**
   * How many annotators said what, counted elsewhere.
   *
   * @param judgements of annotators on the item
   * @param votes by category, or one number for each part of the verdict in its order
   */
  record Votes(int judgements, JsonNode votes) {}

  /** The same as {@link #of}, from votes by question that were counted elsewhere. */
  static RecordAnswer counted(
      Answer settled, Map<String, Votes> counted, Map<String, SoftLabel> soft) {
    if (settled instanceof SheetAnswer sheet) {
      return Several.of(
          sheet,
          (question, answer) ->
              counted(answer, counted.get(question), Optional.ofNullable(soft.get(question))));
    }
    return counted(
        settled, counted.get(Question.ONLY), Optional.ofNullable(soft.get(Question.ONLY)));
  }

  private static RecordAnswer counted(Answer settled, Votes counted, Optional<SoftLabel> soft) {
    if (settled instanceof Abstained abstained) {
      return new Abstention(abstained.why().id());
    }
    if (settled instanceof SpanSet set) {
      return new MarkedSpans(
          IntStream.range(0, set.spans().size())
              .mapToObj(at -> new MarkedSpan(set.spans().get(at), counted.votes().get(at).asInt()))
              .toList(),
          counted.judgements());
    }
    SortedMap<String, Integer> perLabel = new TreeMap<>();
    counted
        .votes()
        .fields()
        .forEachRemaining(each -> perLabel.put(each.getKey(), each.getValue().asInt()));
    if (settled instanceof ScalePoint point) {
      return new Rated(point.value(), perLabel);
    }
    return settled instanceof ClassSet set
        ? new ChosenClasses(set.ids(), perLabel, counted.judgements())
        : new OneLabel(((ClassLabel) settled).id(), perLabel, soft);
  }

  /**
   * Answers to several questions.
   *
   * @param byQuestion by question id, those that were answered
   */
  record Several(SortedMap<String, RecordAnswer> byQuestion) implements RecordAnswer {

    private static Several of(
        SheetAnswer sheet, BiFunction<String, Answer, RecordAnswer> ofQuestion) {
      SortedMap<String, RecordAnswer> all = new TreeMap<>();
      sheet
          .byQuestion()
          .forEach((question, answer) -> all.put(question, ofQuestion.apply(question, answer)));
      return new Several(all);
    }

    private Several each(UnaryOperator<RecordAnswer> other) {
      SortedMap<String, RecordAnswer> all = new TreeMap<>();
      byQuestion.forEach((question, answer) -> all.put(question, other.apply(answer)));
      return new Several(all);
    }

    @Override
    public List<String> labels() {
      return byQuestion.values().stream().flatMap(answer -> answer.labels().stream()).toList();
    }

    @Override
    public RecordAnswer withoutVotes() {
      return each(RecordAnswer::withoutVotes);
    }

    @Override
    public RecordAnswer withoutSoftLabel() {
      return each(RecordAnswer::withoutSoftLabel);
    }
  }

  /**
   * No answer to one question of several.
   *
   * @param why "cannot-tell" or "wrong-item"
   */
  record Abstention(String why) implements RecordAnswer {

    @Override
    public List<String> labels() {
      return List.of();
    }

    @Override
    public RecordAnswer withoutVotes() {
      return this;
    }

    @Override
    public RecordAnswer withoutSoftLabel() {
      return this;
    }
  }

  /** Label ids in it, once for each time it names one. */
  List<String> labels();

  /** The same without how many annotators said it. */
  RecordAnswer withoutVotes();

  /** The same where only labels are known: a point of a scale is the label of that name. */
  default RecordAnswer asLabel() {
    return this;
  }

  /** The same without what was inferred of it. */
  RecordAnswer withoutSoftLabel();

  /**
   * One class.
   *
   * @param label label id of the verdict
   * @param votes judgements of annotators per label id, adjudicators not counted
   * @param soft what was inferred from them; empty for items measured before that was done
   */
  record OneLabel(String label, SortedMap<String, Integer> votes, Optional<SoftLabel> soft)
      implements RecordAnswer {

    /** A class that nothing was inferred about. */
    public OneLabel(String label, SortedMap<String, Integer> votes) {
      this(label, votes, Optional.empty());
    }

    public OneLabel {
      SortedMap<String, Integer> ordered = new TreeMap<>(Utf8Order.INSTANCE);
      ordered.putAll(votes);
      votes = ordered;
    }

    @Override
    public List<String> labels() {
      return List.of(label);
    }

    @Override
    public RecordAnswer withoutVotes() {
      return new OneLabel(label, new TreeMap<>(), soft);
    }

    @Override
    public RecordAnswer withoutSoftLabel() {
      return new OneLabel(label, votes);
    }
  }

  /**
   * Several classes; an empty list says that none applies.
   *
   * @param votes annotators per label id that one or more of them gave, adjudicators not counted
   * @param judgements annotators who judged the item, likewise
   */
  record ChosenClasses(List<String> labels, SortedMap<String, Integer> votes, int judgements)
      implements RecordAnswer {

    public ChosenClasses {
      labels = List.copyOf(labels);
      SortedMap<String, Integer> ordered = new TreeMap<>(Utf8Order.INSTANCE);
      ordered.putAll(votes);
      votes = ordered;
    }

    @Override
    public RecordAnswer withoutVotes() {
      return new ChosenClasses(labels, new TreeMap<>(), 0);
    }

    @Override
    public RecordAnswer withoutSoftLabel() {
      return this;
    }
  }

  /**
   * A point of a scale.
   *
   * @param votes judgements of annotators per point, adjudicators not counted
   */
  record Rated(int point, SortedMap<String, Integer> votes) implements RecordAnswer {

    public Rated {
      SortedMap<String, Integer> ordered = new TreeMap<>(Utf8Order.INSTANCE);
      ordered.putAll(votes);
      votes = ordered;
    }

    @Override
    public List<String> labels() {
      return List.of(String.valueOf(point));
    }

    @Override
    public RecordAnswer withoutVotes() {
      return new Rated(point, new TreeMap<>());
    }

    @Override
    public RecordAnswer asLabel() {
      return new OneLabel(String.valueOf(point), votes);
    }

    @Override
    public RecordAnswer withoutSoftLabel() {
      return this;
    }
  }

  /**
   * Spans; an empty list says that there is nothing to mark.
   *
   * @param judgements annotators who judged the item, adjudicators not counted
   */
  record MarkedSpans(List<MarkedSpan> spans, int judgements) implements RecordAnswer {

    public MarkedSpans {
      spans = List.copyOf(spans);
    }

    @Override
    public List<String> labels() {
      return spans.stream().map(marked -> marked.span().label()).toList();
    }

    @Override
    public RecordAnswer withoutVotes() {
      return new MarkedSpans(
          spans.stream().map(marked -> new MarkedSpan(marked.span(), 0)).toList(), 0);
    }

    @Override
    public RecordAnswer withoutSoftLabel() {
      return this;
    }
  }

  /**
   * A span of the verdict.
   *
   * @param votes annotators who marked exactly this span with this label
   */
  record MarkedSpan(Span span, int votes) {

    private static MarkedSpan of(Span span, List<Answer> votes) {
      long same =
          votes.stream()
              .filter(vote -> vote instanceof SpanSet set && set.spans().contains(span))
              .count();
      return new MarkedSpan(span, (int) same);
    }
  }
}

package io.touchstone.answer.spans;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.answer.AgreementCounts;
import io.touchstone.answer.Answer;
import io.touchstone.answer.AnswerFault;
import io.touchstone.answer.AnswerReading;
import io.touchstone.answer.AnsweredText;
import io.touchstone.answer.Draw;
import io.touchstone.answer.GivenAnswers;
import io.touchstone.answer.ItemText;
import io.touchstone.answer.Question;
import java.util.List;
import java.util.Optional;

/**
 * Which stretches of a text are what.
 *
 * @param labels ids, one or more
 */
public record SpanQuestion(List<String> labels, SpanRules rules) implements Question {

  public SpanQuestion {
    labels = List.copyOf(labels);
  }

  @Override
  public Spans kind() {
    return Spans.KIND;
  }

  @Override
  public AnswerReading take(JsonNode sent, AnsweredText text) {
    SpanReading reading =
        text.quoted() ? SpanReader.read(sent) : SpanReader.readOn(text.text(), sent);
    if (reading instanceof SpanReading.Malformed malformed) {
      return new AnswerReading.Refused(malformed.fault());
    }
    List<Span> known = known(((SpanReading.Read) reading).spans(), text);
    return rules
        .fault(text.text(), known, labels::contains)
        .<AnswerReading>map(AnswerReading.Refused::new)
        .orElseGet(() -> new AnswerReading.Read(new SpanSet(known)));
  }

  private static List<Span> known(List<Span> spans, AnsweredText text) {
    ItemText item = new ItemText(text.text());
    return spans.stream()
        .map(
            span ->
                text.unknown().test(span.start(), span.end())
                    ? new Span(
                        span.start(),
                        span.end(),
                        span.label(),
                        item.slice(span.start(), span.end()))
                    : span)
        .toList();
  }

  @Override
  public Optional<AnswerFault> fault(Answer answer, String text) {
    return rules.fault(text, ((SpanSet) answer).spans(), labels::contains);
  }

  @Override
  public double sameFrom() {
    return rules.goldF1();
  }

  @Override
  public AgreementCounts counted(GivenAnswers given) {
    return MarkedCounts.of(labels, given);
  }

  /** Another label, a span too many or too few, or one with other ends. */
  @Override
  public Answer decoy(Answer answer, String text, Draw draw) {
    return new SpanSet(new SpanDecoy(labels, text, draw).other(((SpanSet) answer).spans()));
  }

  @Override
  public Answer mistaken(Answer truth, String text, double accuracy, Draw draw) {
    return new SpanSet(new SpanHand(draw, accuracy, text, labels).mark(((SpanSet) truth).spans()));
  }

  @Override
  public Answer imagined(Draw draw) {
    return new SpanSet(List.of());
  }
}

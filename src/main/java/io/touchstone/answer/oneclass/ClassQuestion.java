package io.touchstone.answer.oneclass;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.answer.AgreementCounts;
import io.touchstone.answer.Answer;
import io.touchstone.answer.AnswerFault;
import io.touchstone.answer.AnswerReading;
import io.touchstone.answer.AnsweredText;
import io.touchstone.answer.Draw;
import io.touchstone.answer.GivenAnswers;
import io.touchstone.answer.Question;
import java.util.List;
import java.util.Optional;

/**
 * Which class an item is of.
 *
 * @param labels ids of two or more
 */
public record ClassQuestion(List<String> labels) implements Question {

  public ClassQuestion {
    labels = List.copyOf(labels);
  }

  @Override
  public OneClass kind() {
    return OneClass.KIND;
  }

  @Override
  public AnswerReading take(JsonNode sent, AnsweredText text) {
    AnswerReading reading = kind().read(sent);
    return reading instanceof AnswerReading.Read read
        ? fault(read.answer(), text.text())
            .<AnswerReading>map(AnswerReading.Refused::new)
            .orElse(reading)
        : reading;
  }

  @Override
  public Optional<AnswerFault> fault(Answer answer, String text) {
    return labels.contains(((ClassLabel) answer).id())
        ? Optional.empty()
        : Optional.of(
            new AnswerFault(
                "label", "unknown-label", "The label is none of the project's labels."));
  }

  @Override
  public double sameFrom() {
    return 1;
  }

  @Override
  public AgreementCounts counted(GivenAnswers given) {
    return ClassCounts.of(labels, given);
  }

  @Override
  public Answer decoy(Answer answer, String text, Draw draw) {
    return new ClassLabel(draw.pick(others(((ClassLabel) answer).id()), "label"));
  }

  /** Half of the mistakes fall on the neighbouring class, the others anywhere: people confuse. */
  @Override
  public Answer mistaken(Answer truth, String text, double accuracy, Draw draw) {
    if (draw.of("right") < accuracy) {
      return truth;
    }
    String right = ((ClassLabel) truth).id();
    List<String> others = others(right);
    return new ClassLabel(
        draw.of("neighbour") < 0.5
            ? others.get(labels.indexOf(right) % others.size())
            : draw.pick(others, "which"));
  }

  @Override
  public Answer imagined(Draw draw) {
    return new ClassLabel(draw.pick(labels, "imagined"));
  }

  private List<String> others(String label) {
    return labels.stream().filter(each -> !each.equals(label)).toList();
  }
}

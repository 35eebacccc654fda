package io.touchstone.answer.scale;

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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where on a scale an item lies. */
public record ScaleQuestion(ScaleRules rules) implements Question {

  /** Of the mistakes, how many fall on a neighbouring point; the others fall anywhere. */
  private static final double NEIGHBOURS = 0.8;

  @Override
  public Points kind() {
    return Points.KIND;
  }

  @Override
  public List<String> labels() {
    return rules.points().stream().map(String::valueOf).toList();
  }

  /** What people read at each point. */
  @Override
  public Map<String, Object> rulesShown() {
    return Map.of(
        "names", rules.points().stream().collect(Collectors.toMap(String::valueOf, rules::name)));
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
    return rules.points().contains(((ScalePoint) answer).value())
        ? Optional.empty()
        : Optional.of(
            new AnswerFault(
                "scale",
                "off-scale",
                "The scale of this project goes from " + rules.from() + " to " + rules.to() + "."));
  }

  /** The greatest distance of two points that count as the same. */
  @Override
  public double sameFrom() {
    return rules.goldDistance();
  }

  @Override
  public AgreementCounts counted(GivenAnswers given) {
    return ScaleCounts.of(labels(), given);
  }

  /** A point further away than known answers may be missed by, where there is one. */
  @Override
  public Answer decoy(Answer answer, String text, Draw draw) {
    ScalePoint right = (ScalePoint) answer;
    List<Integer> wrong =
        rules.points().stream()
            .filter(each -> Math.abs(each - right.value()) > rules.goldDistance())
            .toList();
    return wrong.isEmpty() ? other(right, draw) : new ScalePoint(draw.pick(wrong, "point"));
  }

  private Answer other(ScalePoint point, Draw draw) {
    return new ScalePoint(
        draw.pick(rules.points().stream().filter(each -> each != point.value()).toList(), "point"));
  }

  /** People err by one point more often than by several. */
  @Override
  public Answer mistaken(Answer truth, String text, double accuracy, Draw draw) {
    if (draw.of("right") < accuracy) {
      return truth;
    }
    ScalePoint right = (ScalePoint) truth;
    if (draw.of("neighbour") >= NEIGHBOURS) {
      return other(right, draw);
    }
    List<Integer> beside =
        rules.points().stream().filter(each -> Math.abs(each - right.value()) == 1).toList();
    return new ScalePoint(draw.pick(beside, "beside"));
  }

  @Override
  public Answer imagined(Draw draw) {
    return new ScalePoint(draw.pick(rules.points(), "imagined"));
  }
}

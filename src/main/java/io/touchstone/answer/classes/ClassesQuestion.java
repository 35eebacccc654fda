package io.touchstone.answer.classes;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.answer.AgreementCounts;
import io.touchstone.answer.Answer;
import io.touchstone.answer.AnswerFault;
import io.touchstone.answer.AnswerReading;
import io.touchstone.answer.AnsweredText;
import io.touchstone.answer.Draw;
import io.touchstone.answer.GivenAnswers;
import io.touchstone.answer.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which classes an item is of.
 *
 * @param labels ids of two or more
 */
public record ClassesQuestion(List<String> labels, ClassesRules rules) implements Question {

  public ClassesQuestion {
    labels = List.copyOf(labels);
  }

  @Override
  public Classes kind() {
    return Classes.KIND;
  }

  @Override
  public Map<String, Object> rulesShown() {
    return Map.of("noneAllowed", rules.noneAllowed());
  }

  /** Places are those of the list as it was sent. */
  @Override
  public AnswerReading take(JsonNode sent, AnsweredText text) {
    AnswerReading reading = kind().read(sent);
    if (!(reading instanceof AnswerReading.Read)) {
      return reading;
    }
    List<String> ids = new ArrayList<>();
    sent.forEach(id -> ids.add(id.textValue()));
    return fault(ids).<AnswerReading>map(AnswerReading.Refused::new).orElse(reading);
  }

  @Override
  public Optional<AnswerFault> fault(Answer answer, String text) {
    return fault(((ClassSet) answer).ids());
  }

  private Optional<AnswerFault> fault(List<String> ids) {
    if (ids.isEmpty() && !rules.noneAllowed()) {
      return Optional.of(
          new AnswerFault("classes", "none", "An item of this project has one class at least."));
    }
    for (int index = 0; index < ids.size(); index++) {
      if (!labels.contains(ids.get(index))) {
        return Optional.of(
            new AnswerFault(
                "classes[" + index + "]",
                "unknown-label",
                "The label is none of the project's labels."));
      }
    }
    return Optional.empty();
  }

  @Override
  public double sameFrom() {
    return rules.goldF1();
  }

  @Override
  public AgreementCounts counted(GivenAnswers given) {
    return ClassesCounts.of(labels, given);
  }

  /** A class too many or too few, or another one in its place. */
  @Override
  public Answer decoy(Answer answer, String text, Draw draw) {
    List<String> ids = ((ClassSet) answer).ids();
    List<String> others = labels.stream().filter(id -> !ids.contains(id)).toList();
    List<List<String>> choices = new ArrayList<>();
    ids.forEach(
        id -> {
          List<String> less = ids.stream().filter(each -> !each.equals(id)).toList();
          if (!less.isEmpty() || rules.noneAllowed()) {
            choices.add(less);
          }
          others.forEach(other -> choices.add(with(less, other)));
        });
    others.forEach(other -> choices.add(with(ids, other)));
    return new ClassSet(draw.pick(choices, "classes"));
  }

  private static List<String> with(List<String> ids, String other) {
    List<String> more = new ArrayList<>(ids);
    more.add(other);
    return more;
  }

  /**
   * Each class of the truth is left out, and each other one added, as seldom as the person errs.
   */
  @Override
  public Answer mistaken(Answer truth, String text, double accuracy, Draw draw) {
    List<String> right = ((ClassSet) truth).ids();
    List<String> seen = new ArrayList<>();
    for (String id : labels) {
      double errs = right.contains(id) ? 1 - accuracy : (1 - accuracy) / labels.size();
      if (right.contains(id) != draw.of("class", id) < errs) {
        seen.add(id);
      }
    }
    return seen.isEmpty() && !rules.noneAllowed() ? truth : new ClassSet(seen);
  }

  @Override
  public Answer imagined(Draw draw) {
    return new ClassSet(List.of(draw.pick(labels, "imagined")));
  }
}

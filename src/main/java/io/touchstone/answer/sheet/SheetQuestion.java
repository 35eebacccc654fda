package io.touchstone.answer.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.touchstone.answer.AgreementCounts;
import io.touchstone.answer.Answer;
import io.touchstone.answer.AnswerFault;
import io.touchstone.answer.AnswerReading;
import io.touchstone.answer.AnsweredText;
import io.touchstone.answer.Draw;
import io.touchstone.answer.GivenAnswers;
import io.touchstone.answer.Question;
import io.touchstone.answer.abstention.Abstention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Several questions about an item.
 *
 * @param asked in the order in which they are asked, two or more; conditions look at earlier ones
 */
public record SheetQuestion(List<SheetPart> asked) implements Question {

  public SheetQuestion {
    asked = List.copyOf(asked);
  }

  @Override
  public Sheet kind() {
    return Sheet.KIND;
  }

  @Override
  public List<Part> parts() {
    return asked.stream().map(each -> new Part(each.id(), each.ask(), each.question())).toList();
  }

  @Override
  public String conditions() {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (SheetPart part : asked) {
      part.when()
          .ifPresent(
              when -> {
                ArrayNode labels =
                    all.addObject()
                        .put("question", part.id())
                        .put("when", when.question())
                        .putArray("labels");
                when.labels().forEach(labels::add);
              });
    }
    return all.toString();
  }

  /** Of all questions, each once. */
  @Override
  public List<String> labels() {
    return asked.stream().flatMap(each -> each.question().labels().stream()).distinct().toList();
  }

  @Override
  public Map<String, Object> rulesShown() {
    return Map.of("questions", asked.stream().map(SheetQuestion::shown).toList());
  }

  private static Map<String, Object> shown(SheetPart part) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", part.id());
    shown.put("ask", part.ask());
    shown.put("task", part.question().kind().id());
    shown.put("labels", part.question().labels());
    shown.put("required", part.required());
    part.when().ifPresent(when -> shown.put("when", when));
    shown.put("rules", part.question().rulesShown());
    return shown;
  }

  @Override
  public AnswerReading take(JsonNode sent, AnsweredText text) {
    AnswerReading reading = takeDraft(sent, text);
    return reading instanceof AnswerReading.Read read
        ? abstention((SheetAnswer) read.answer())
            .or(() -> lacking((SheetAnswer) read.answer()))
            .<AnswerReading>map(AnswerReading.Refused::new)
            .orElse(reading)
        : reading;
  }

  @Override
  public AnswerReading takeDraft(JsonNode sent, AnsweredText text) {
    AnswerReading form = kind().read(sent);
    if (!(form instanceof AnswerReading.Read)) {
      return form;
    }
    SortedMap<String, Answer> taken = new TreeMap<>();
    for (Map.Entry<String, JsonNode> each : sent.properties()) {
      AnswerReading reading = take(each.getKey(), each.getValue(), text);
      if (!(reading instanceof AnswerReading.Read read)) {
        return reading;
      }
      taken.put(each.getKey(), read.answer());
    }
    SheetAnswer answer = new SheetAnswer(taken);
    return unasked(answer)
        .<AnswerReading>map(AnswerReading.Refused::new)
        .orElse(new AnswerReading.Read(answer));
  }

  /** Where nothing can be told, every question that is asked first has no answer. */
  @Override
  public Answer abstained(Answer abstained) {
    return SheetAnswer.of(
        asked.stream()
            .filter(part -> part.when().isEmpty())
            .collect(Collectors.toMap(SheetPart::id, part -> abstained)));
  }

  /** The first question that has no answer and why. */
  private static Optional<AnswerFault> abstention(SheetAnswer answer) {
    return answer.byQuestion().entrySet().stream()
        .filter(each -> each.getValue().abstains())
        .findFirst()
        .map(
            each ->
                new AnswerFault(
                    Sheet.place(each.getKey()), "no-answer", "An answer is needed here."));
  }

  private AnswerReading take(String id, JsonNode sent, AnsweredText text) {
    Optional<SheetPart> part = part(id);
    if (part.isEmpty()) {
      return refused(
          id, "unknown-question", "The project asks no such question; it asks " + ids() + ".");
    }
    if (Sheet.kindIn(sent).filter(Abstention.KIND::equals).isPresent()) {
      return Abstention.KIND.read(sent.get(Abstention.KIND.member()));
    }
    Question question = part.get().question();
    if (Sheet.kindIn(sent).filter(question.kind()::equals).isEmpty()) {
      return refused(
          id,
          "other-answer",
          "This question is answered under \"" + question.kind().member() + "\".");
    }
    AnswerReading reading = question.take(sent.get(question.kind().member()), text);
    return reading instanceof AnswerReading.Refused refused
        ? new AnswerReading.Refused(Sheet.within(id, refused.fault()))
        : reading;
  }

  private Optional<SheetPart> part(String id) {
    return asked.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  private List<String> ids() {
    return asked.stream().map(SheetPart::id).toList();
  }

  @Override
  public Optional<AnswerFault> fault(Answer answer, String text) {
    SheetAnswer sheet = (SheetAnswer) answer;
    Stream<AnswerFault> ofParts =
        sheet.byQuestion().entrySet().stream()
            .flatMap(each -> fault(each.getKey(), each.getValue(), text).stream());
    return ofParts.findFirst().or(() -> unasked(sheet)).or(() -> lacking(sheet));
  }

  private Optional<AnswerFault> fault(String id, Answer answer, String text) {
    return part(id)
        .filter(part -> part.question().kind().equals(answer.kind()))
        .map(part -> part.question().fault(answer, text).map(each -> Sheet.within(id, each)))
        .orElseGet(
            () ->
                Optional.of(
                    new AnswerFault(
                        Sheet.place(id),
                        "unknown-question",
                        "The project asks no such question of this kind.")));
  }

  /** The first answer to a question that was not asked. */
  private Optional<AnswerFault> unasked(SheetAnswer answer) {
    return asked.stream()
        .filter(part -> answer.to(part.id()).isPresent() && !isAsked(part, answer.byQuestion()))
        .findFirst()
        .map(
            part ->
                new AnswerFault(
                    Sheet.place(part.id()),
                    "not-asked",
                    "This question is only asked where \""
                        + part.when().orElseThrow().question()
                        + "\" has one of the answers "
                        + part.when().orElseThrow().labels()
                        + "."));
  }

  /** The first question that is asked, must be answered and is not. */
  private Optional<AnswerFault> lacking(SheetAnswer answer) {
    return asked.stream()
        .filter(part -> part.required() && isAsked(part, answer.byQuestion()))
        .filter(part -> answer.to(part.id()).isEmpty())
        .findFirst()
        .map(
            part ->
                new AnswerFault(
                    Sheet.place(part.id()), "missing", "This question is not answered."));
  }

  @Override
  public boolean isComplete(Answer answer) {
    return lacking((SheetAnswer) answer).isEmpty();
  }

  /** Whether a question is asked of somebody who answered so. */
  private boolean isAsked(SheetPart part, SortedMap<String, Answer> answers) {
    return part.when().isEmpty()
        || part(part.when().get().question())
            .filter(earlier -> isAsked(earlier, answers))
            .map(earlier -> answers.get(earlier.id()))
            .filter(part.when().get()::isMetBy)
            .isPresent();
  }

  /** Exact answers to every question that was asked, each as its own question has it. */
  @Override
  public double sameFrom() {
    return 1;
  }

  /** Answers to several questions are counted question by question. */
  @Override
  public AgreementCounts counted(GivenAnswers given) {
    throw new UnsupportedOperationException("Several questions are counted one by one.");
  }

  /** Another answer to one of the questions; what follows from it is made up. */
  @Override
  public Answer decoy(Answer answer, String text, Draw draw) {
    SortedMap<String, Answer> answers = new TreeMap<>(((SheetAnswer) answer).byQuestion());
    String id = draw.pick(List.copyOf(answers.keySet()), "question");
    SheetPart part = part(id).orElseThrow();
    answers.put(id, part.question().decoy(answers.get(id), text, within(draw, id)));
    return consistent(answers, draw);
  }

  @Override
  public Answer mistaken(Answer truth, String text, double accuracy, Draw draw) {
    SortedMap<String, Answer> seen = new TreeMap<>();
    ((SheetAnswer) truth)
        .byQuestion()
        .forEach(
            (id, answer) ->
                part(id)
                    .ifPresent(
                        part ->
                            seen.put(
                                id,
                                part.question()
                                    .mistaken(answer, text, accuracy, within(draw, id)))));
    return consistent(seen, draw);
  }

  @Override
  public Answer imagined(Draw draw) {
    return consistent(new TreeMap<>(), draw);
  }

  /** Without answers to what is not asked, and with imagined ones to what must be answered. */
  private Answer consistent(SortedMap<String, Answer> answers, Draw draw) {
    for (SheetPart part : asked) {
      if (!isAsked(part, answers)) {
        answers.remove(part.id());
      } else if (part.required() && !answers.containsKey(part.id())) {
        answers.put(part.id(), part.question().imagined(within(draw, part.id())));
      }
    }
    return new SheetAnswer(answers);
  }

  private static Draw within(Draw draw, String id) {
    return what -> {
      List<String> all = new ArrayList<>(List.of(id));
      all.addAll(List.of(what));
      return draw.of(all.toArray(String[]::new));
    };
  }

  private static AnswerReading refused(String id, String reason, String sentence) {
    return new AnswerReading.Refused(new AnswerFault(Sheet.place(id), reason, sentence));
  }
}

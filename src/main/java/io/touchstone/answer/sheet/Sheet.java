package io.touchstone.answer.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.answer.Answer;
import io.touchstone.answer.AnswerFault;
import io.touchstone.answer.AnswerKind;
import io.touchstone.answer.AnswerReading;
import io.touchstone.answer.abstention.Abstention;
import io.touchstone.answer.classes.Classes;
import io.touchstone.answer.oneclass.OneClass;
import io.touchstone.answer.scale.Points;
import io.touchstone.answer.spans.Spans;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Each item gets answers to several questions. */
public final class Sheet implements AnswerKind {

  public static final Sheet KIND = new Sheet();

  /** Kinds that one of several questions may be of. */
  public static final List<AnswerKind> PARTS =
      List.of(OneClass.KIND, Spans.KIND, Classes.KIND, Points.KIND);

  private static final String MEMBER = "answers";

  private Sheet() {}

  @Override
  public String id() {
    return "questions";
  }

  @Override
  public String member() {
    return MEMBER;
  }

  @Override
  public int fewestLabels() {
    return 2;
  }

  @Override
  public boolean votesShown() {
    return false;
  }

  @Override
  public boolean infersTruth() {
    return false;
  }

  @Override
  public String problem() {
    return "invalid-answers";
  }

  @Override
  public String doing() {
    return "an item has answers to several questions";
  }

  @Override
  public AnswerReading read(JsonNode sent) {
    return each(sent, (kind, answer) -> kind.read(answer));
  }

  @Override
  public AnswerReading readOn(String text, JsonNode sent) {
    return each(sent, (kind, answer) -> kind.readOn(text, answer));
  }

  private static AnswerReading each(
      JsonNode sent, BiFunction<AnswerKind, JsonNode, AnswerReading> reader) {
    if (!sent.isObject() || sent.isEmpty()) {
      return refused(MEMBER, "no-answers", "Answers come as an object with one for each question.");
    }
    SortedMap<String, Answer> read = new TreeMap<>();
    for (Map.Entry<String, JsonNode> each : sent.properties()) {
      String place = place(each.getKey());
      Optional<AnswerKind> kind = kindIn(each.getValue());
      if (kind.isEmpty()) {
        return refused(
            place, "no-answer", "An answer stands under one of " + members() + ", and alone.");
      }
      AnswerReading reading = reader.apply(kind.get(), each.getValue().get(kind.get().member()));
      if (reading instanceof AnswerReading.Refused refused) {
        return new AnswerReading.Refused(within(each.getKey(), refused.fault()));
      }
      read.put(each.getKey(), ((AnswerReading.Read) reading).answer());
    }
    return new AnswerReading.Read(new SheetAnswer(read));
  }

  /** The kind of what stands in this object, if it is one alone. */
  static Optional<AnswerKind> kindIn(JsonNode answer) {
    return answer.size() == 1
        ? Stream.concat(PARTS.stream(), Stream.of(Abstention.KIND))
            .filter(kind -> answer.hasNonNull(kind.member()))
            .findFirst()
        : Optional.empty();
  }

  private static List<String> members() {
    return PARTS.stream().map(AnswerKind::member).toList();
  }

  /** Where the answer to a question stands. */
  static String place(String question) {
    return MEMBER + "." + question;
  }

  /** The fault of an answer to one question, with its place among all of them. */
  static AnswerFault within(String question, AnswerFault fault) {
    return new AnswerFault(place(question) + "." + fault.place(), fault.reason(), fault.sentence());
  }

  private static AnswerReading refused(String place, String reason, String sentence) {
    return new AnswerReading.Refused(new AnswerFault(place, reason, sentence));
  }
}

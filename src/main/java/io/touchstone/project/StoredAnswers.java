package io.touchstone.project;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.answer.Answer;
import io.touchstone.answer.AnswerKind;
import io.touchstone.answer.AnswerReading;
import io.touchstone.answer.Question;
import io.touchstone.answer.abstention.Abstention;
import io.touchstone.answer.sheet.SheetAnswer;
import io.touchstone.platform.database.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * How an answer stands in a row: under the question that it answers and the member of its kind,
 * {@code {"answer": {"label": "cat"}}}, without the text that it covers; the answers to several
 * questions side by side, each under its own.
 */
@Component
public class StoredAnswers {

  /** The column that repositories give this form. */
  public static final String COLUMN = "answers";

  private final Json json;

  StoredAnswers(Json json) {
    this.json = json;
  }

  /** To be cast to jsonb. */
  public String write(Answer answer) {
    return json.write(
        answer instanceof SheetAnswer sheet
            ? sheet.stored()
            : Map.of(Question.ONLY, Map.of(answer.kind().member(), answer.stored())));
  }

  /**
   * From which agreement on answers count as the same, by question, as the function {@code
   * touchstone.answers_same} takes it.
   */
  public static String sameFrom(Question question) {
    return question.parts().stream()
        .map(part -> "\"%s\": %s".formatted(part.id(), part.question().sameFrom()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /**
   * An answer as a row keeps it; what it covers is there if the row was asked by the function
   * {@code touchstone.answers_on}, and empty otherwise.
   */
  public Answer read(String stored) {
    JsonNode answers = json.read(stored, JsonNode.class);
    if (answers.has(Question.ONLY) && answers.size() == 1) {
      return one(answers.get(Question.ONLY));
    }
    SortedMap<String, Answer> byQuestion = new TreeMap<>();
    answers.properties().forEach(each -> byQuestion.put(each.getKey(), one(each.getValue())));
    return new SheetAnswer(byQuestion);
  }

  /** The column {@link #COLUMN} of a row; empty where nothing is said yet. */
  public Optional<Answer> read(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getString(COLUMN)).map(this::read);
  }

  /** The answer to one question, as a row of its own keeps it. */
  public Answer one(String stored) {
    return one(json.read(stored, JsonNode.class));
  }

  private static Answer one(JsonNode stored) {
    AnswerKind kind =
        Optional.<AnswerKind>of(Abstention.KIND)
            .filter(none -> Abstention.KIND.isIn(stored))
            .or(() -> ProjectSettings.Task.in(stored))
            .orElseThrow(() -> new IllegalStateException("A stored answer is of no known kind."));
    if (kind.readOn("", stored.get(kind.member())) instanceof AnswerReading.Read read) {
      return read.answer();
    }
    throw new IllegalStateException("A stored answer of the kind " + kind.id() + " is none.");
  }
}

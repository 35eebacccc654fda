package io.touchstone.project;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.answer.Answer;
import io.touchstone.answer.AnswerKind;
import io.touchstone.answer.AnswerReading;
import io.touchstone.answer.Question;
import io.touchstone.platform.database.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How an answer stands in a row: under the question that it answers and the member of its kind,
 * {@code {"answer": {"label": "cat"}}}, without the text that it covers.
 */
@Component
public class StoredAnswers {

  /** The question of a project that asks one. */
  public static final String ONLY = "answer";

  /** The column that repositories give this form. */
  public static final String COLUMN = "answers";

  private final Json json;

  StoredAnswers(Json json) {
    this.json = json;
  }

  /** To be cast to jsonb. */
  public String write(Answer answer) {
    return json.write(Map.of(ONLY, Map.of(answer.kind().member(), answer.stored())));
  }

  /**
   * From which agreement on answers count as the same, by question, as the function {@code
   * touchstone.answers_same} takes it.
   */
  public static String sameFrom(Question question) {
    return "{\"%s\": %s}".formatted(ONLY, question.sameFrom());
  }

  /**
   * An answer as a row keeps it; what it covers is there if the row was asked by the function
   * {@code touchstone.answers_on}, and empty otherwise.
   */
  public Answer read(String stored) {
    return one(json.read(stored, JsonNode.class).path(ONLY));
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
        ProjectSettings.Task.in(stored)
            .orElseThrow(() -> new IllegalStateException("A stored answer is of no known kind."));
    if (kind.readOn("", stored.get(kind.member())) instanceof AnswerReading.Read read) {
      return read.answer();
    }
    throw new IllegalStateException("A stored answer of the kind " + kind.id() + " is none.");
  }
}

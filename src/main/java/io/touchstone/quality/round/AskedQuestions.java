package io.touchstone.quality.round;

import io.touchstone.answer.Question;
import java.util.List;

/**
 * The questions of a batch as SQL takes them.
 *
 * @param ids in the order in which they are asked
 * @param conditions as {@link Question#conditions()} gives them
 */
public record AskedQuestions(List<String> ids, String conditions) {

  public AskedQuestions {
    ids = List.copyOf(ids);
  }

  public static AskedQuestions of(Question question) {
    return new AskedQuestions(
        question.parts().stream().map(Question.Part::id).toList(), question.conditions());
  }

  /** The ids, for a parameter. */
  public String[] array() {
    return ids.toArray(String[]::new);
  }
}

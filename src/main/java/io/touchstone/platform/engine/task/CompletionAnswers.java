package io.touchstone.platform.engine.task;

import java.util.Map;

/**
 * What a person answered, carried from our own door to the complete listener of the same thread and
 * transaction, so that it never becomes a process variable.
 */
final class CompletionAnswers {

  private static final ThreadLocal<Map<String, Object>> ANSWERS = new ThreadLocal<>();

  private CompletionAnswers() {}

  static void during(Map<String, Object> answers, Runnable completion) {
    ANSWERS.set(answers);
    try {
      completion.run();
    } finally {
      ANSWERS.remove();
    }
  }

  /** Empty when the completion came through another door. */
  static Map<String, Object> take() {
    Map<String, Object> answers = ANSWERS.get();
    ANSWERS.remove();
    return answers == null ? Map.of() : answers;
  }
}

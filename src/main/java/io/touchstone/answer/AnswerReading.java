package io.touchstone.answer;

/** What came out of reading an answer that somebody sent. */
public sealed interface AnswerReading {

  /** It has the form of its kind, and is what its reader checked it for. */
  record Read(Answer answer) implements AnswerReading {}

  /** The first thing that is wrong with it. */
  record Refused(AnswerFault fault) implements AnswerReading {}
}

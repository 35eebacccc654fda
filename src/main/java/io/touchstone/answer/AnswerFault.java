package io.touchstone.answer;

/**
 * Why an answer cannot be taken. It quotes nothing of what was sent.
 *
 * @param place where in the answer as it was given, "spans[2].end"
 * @param reason stable code in kebab case
 * @param sentence what is wrong there, for people
 */
public record AnswerFault(String place, String reason, String sentence) {

  /** The end of a longer sentence: what is wrong, and where, if it is a part of the answer. */
  public String clause() {
    String words = sentence.substring(0, sentence.length() - 1);
    return place.contains("[")
        ? place + ": " + words
        : Character.toLowerCase(words.charAt(0)) + words.substring(1);
  }
}

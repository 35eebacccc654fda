package io.touchstone.answer;

/**
 * Why an answer cannot be taken. It quotes nothing of what was sent.
 *
 * @param place where in the answer as it was given, "spans[2].end"
 * @param reason stable code in kebab case
 * @param sentence what is wrong there, for people
 */
public record AnswerFault(String place, String reason, String sentence) {

  /** What is wrong, as the end of a longer sentence; with its place, if that is a part. */
  public String clause() {
    return place.contains("[")
        ? placed()
        : Character.toLowerCase(sentence.charAt(0)) + words().substring(1);
  }

  /** Place and what is wrong there, as the end of a longer sentence. */
  public String placed() {
    return place + ": " + words();
  }

  private String words() {
    return sentence.substring(0, sentence.length() - 1);
  }
}

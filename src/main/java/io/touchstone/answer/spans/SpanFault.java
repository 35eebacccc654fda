package io.touchstone.answer.spans;

/**
 * Why a set of spans cannot be taken. It quotes neither text nor label.
 *
 * @param place where in the set as it was given, "spans[2].end"
 * @param reason stable code in kebab case
 * @param sentence what is wrong there, for people
 */
public record SpanFault(String place, String reason, String sentence) {

  static SpanFault of(int index, String member, String reason, String sentence) {
    return new SpanFault(
        "spans[" + index + "]" + (member.isEmpty() ? "" : "." + member), reason, sentence);
  }
}

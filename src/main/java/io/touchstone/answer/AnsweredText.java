package io.touchstone.answer;

import java.util.function.BiPredicate;

/**
 * The text that an answer is about, as far as it is known here.
 *
 * @param text of the item
 * @param quoted whether an answer must say what stands at its places, which is then checked;
 *     otherwise it may leave that out
 * @param unknown of a stretch, first code point and the one after its last: whether its sender saw
 *     what is not known here; what is quoted there cannot be checked, and is not kept
 */
public record AnsweredText(String text, boolean quoted, BiPredicate<Integer, Integer> unknown) {

  /** The text as the person sees it who answers. */
  public static AnsweredText shown(String text) {
    return new AnsweredText(text, true, (start, end) -> false);
  }
}

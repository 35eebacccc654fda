package io.touchstone.quality.coaching;

/**
 * Somebody whose gold says that clarification is needed.
 *
 * @param annotator pseudonym
 * @param count gold items judged
 * @param correct of these, judged as the gold answer says
 * @param because the sentence of the table gold-flag
 */
public record FlaggedAnnotator(String annotator, long count, long correct, String because) {}

package io.touchstone.assist;

import io.touchstone.answer.Answer;

/**
 * What a model says of an item.
 *
 * @param suggested a label, or spans
 * @param droppedSpans spans that are left out because they touch a mask
 * @param score how sure the model says it is, 0 to 1; never shown to those who label
 * @param model name of the model
 * @param version of the model
 */
record Suggestion(Answer suggested, int droppedSpans, double score, String model, String version) {}

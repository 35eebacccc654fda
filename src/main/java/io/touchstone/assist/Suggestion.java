package io.touchstone.assist;

/**
 * What a model says of an item.
 *
 * @param label id of a label of the batch's label schema
 * @param score how sure the model says it is, 0 to 1; never shown to those who label
 * @param model name of the model
 * @param version of the model
 */
record Suggestion(String label, double score, String model, String version) {}

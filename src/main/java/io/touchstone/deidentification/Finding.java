package io.touchstone.deidentification;

import io.touchstone.deidentification.recogniser.EntityType;

/**
 * A stretch of a text that is masked.
 *
 * @param start first Unicode code point
 * @param end code point after the last
 * @param recogniser whose finding gave the type
 * @param score 0 to 1, how sure that recogniser is
 * @param why which rules fired, without the text
 * @param operator what was done to it, as a project's description writes it
 */
public record Finding(
    EntityType type,
    int start,
    int end,
    String recogniser,
    double score,
    String why,
    String operator) {}

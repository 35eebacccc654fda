package io.touchstone.deidentification;

import io.touchstone.deidentification.recogniser.EntityType;

/**
 * A stretch of an item's text that de-identification should have masked.
 *
 * @param start first Unicode code point
 * @param end code point after the last
 */
public record MissedSpan(int start, int end, EntityType type) {}

package io.touchstone.ingestion;

import io.touchstone.ingestion.recogniser.EntityType;

/**
 * A stretch of an item's text that de-identification should have masked.
 *
 * @param start first Unicode code point
 * @param end code point after the last
 */
record MissedSpan(int start, int end, EntityType type) {}

package io.touchstone.deidentification.recogniser;

/**
 * A place that a recogniser takes for personal data.
 *
 * @param start first character (UTF-16)
 * @param end character after the last
 * @param score 0 to 1, how sure it is
 * @param why which rule fired, without the text
 */
public record Match(int start, int end, double score, String why) {}

package io.touchstone.assist;

/**
 * An answer that somebody gave where something may have been suggested.
 *
 * @param answer as stored, to be compared with what was shown
 * @param accepted whether the person took over what was shown
 */
public record JudgedAnswer(
    long judgementId, String assignmentId, String answer, boolean accepted) {}

package io.touchstone.quality.gold;

/**
 * What followed for somebody from a look at hidden gold.
 *
 * @param annotatorId whose
 * @param gold items judged since the talk before
 * @param correct of these, judged as the gold answer says
 * @param paused whether new work waited for the talk
 * @param packages that came back
 * @param released whether a data manager let the work go on without the talk
 * @param changed answers of the batch that are now other than when they were first given
 */
public record SecondLook(
    String annotatorId,
    long gold,
    long correct,
    boolean paused,
    int packages,
    boolean released,
    long changed) {}

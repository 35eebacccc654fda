package io.touchstone.health.standing;

import java.time.Instant;

/**
 * People that a batch lacks, as its task creation found, and who there is now.
 *
 * @param items of the batch
 * @param shortItems of them that lack an annotator
 * @param needed annotators per item
 * @param eligible annotators who may label the project's items now
 * @param absent annotators who are away
 * @param unskilled annotators who are there but lack the project's skill
 * @param conflicted annotators with the skill whose department may not label this project
 * @param at when task creation found it
 */
record Shortage(
    long items,
    long shortItems,
    int needed,
    int eligible,
    int absent,
    int unskilled,
    int conflicted,
    Instant at) {}

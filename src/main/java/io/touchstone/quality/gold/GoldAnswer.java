package io.touchstone.quality.gold;

/**
 * Somebody's first answer to a gold item; what is changed later is no new evidence.
 *
 * @param position id of the judgement: answers are in the order of their submission
 * @param batchId in which it was given
 */
record GoldAnswer(long position, String batchId, boolean correct) {}

package io.touchstone.quality.verdict;

/**
 * What is to be done before a batch's verdicts can be settled.
 *
 * @param audited accepted items that were drawn just now to be looked at again
 * @param packagesToDo work packages of annotators and reviewers that are still to be done
 * @param unassignable items that a reviewer should look at and for whom there is none
 */
public record PlannedReviews(int audited, int packagesToDo, int unassignable) {}

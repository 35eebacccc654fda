package io.touchstone.health.standing;

import java.util.List;

/**
 * Packages that nobody works on yet because their people are busy with other batches, or have a
 * talk about the guideline before them.
 *
 * @param kind annotation, adjudication or clarification
 * @param people user ids, sorted
 * @param packages how many are queued for them
 */
record Queue(String batchId, String kind, List<String> people, int packages) {}

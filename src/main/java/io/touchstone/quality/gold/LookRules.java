package io.touchstone.quality.gold;

import io.touchstone.statistics.Cusum;

/**
 * What the table gold-looks says of a project.
 *
 * @param evidence the accuracies that the sum of evidence tells apart
 * @param reworks how often a package may come back to its person
 */
record LookRules(Cusum evidence, int reworks) {}

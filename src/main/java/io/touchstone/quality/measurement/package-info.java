/**
 * The figures of a batch: agreement, gold, what suggestions did, and what they say of the
 * guideline.
 */
package io.touchstone.quality.measurement;

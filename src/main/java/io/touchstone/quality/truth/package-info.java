/**
 * Labels that are inferred from everybody's judgements, and how well each person is estimated to
 * judge.
 */
package io.touchstone.quality.truth;

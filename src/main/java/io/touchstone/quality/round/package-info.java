/**
 * What a round of a batch is measured from: its labels, its votes and the tables that it is judged
 * by.
 */
package io.touchstone.quality.round;

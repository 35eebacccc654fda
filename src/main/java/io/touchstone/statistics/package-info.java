/** Intervals, bounds, tests and trends, from counts and series alone. */
package io.touchstone.statistics;

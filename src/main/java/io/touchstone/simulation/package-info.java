/** Simulated people with known accuracy, for the demo and for tests of the whole road. */
package io.touchstone.simulation;

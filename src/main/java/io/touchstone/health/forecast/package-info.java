/** When the people's work on a batch will be done, from how much of it each day has done. */
package io.touchstone.health.forecast;

/** The weekly look at the figures, and what was decided. */
package io.touchstone.health.review;

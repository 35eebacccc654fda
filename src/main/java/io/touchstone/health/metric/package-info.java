/** The figures of health by project and week, and what they say. */
package io.touchstone.health.metric;

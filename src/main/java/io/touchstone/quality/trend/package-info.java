/** Whether a series rises or falls, without assuming how its values are distributed. */
package io.touchstone.quality.trend;

/** A guideline that is questioned, discussed and revised. */
package io.touchstone.quality.guideline;

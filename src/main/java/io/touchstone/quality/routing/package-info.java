/**
 * What becomes of an item once its labels are there: accepted, labelled by one more, or reviewed.
 */
package io.touchstone.quality.routing;

/** Items of a batch, found by what stands in them and by what people and rules said of them. */
package io.touchstone.inspection.items;

/** Stretches of a text with a label each. */
package io.touchstone.answer.spans;

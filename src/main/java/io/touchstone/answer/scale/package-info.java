/** A point of a scale: how much, how severe, how good. */
package io.touchstone.answer.scale;

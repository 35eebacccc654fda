/** Several questions about one item, each of a kind of its own, some asked on condition. */
package io.touchstone.answer.sheet;

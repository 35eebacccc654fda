/** Saying honestly that one gives no answer: nobody could tell, or the item itself is wrong. */
package io.touchstone.answer.abstention;

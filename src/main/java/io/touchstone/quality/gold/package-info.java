/** Answers to gold: scored, watched, talked about; and settled items that become gold. */
package io.touchstone.quality.gold;

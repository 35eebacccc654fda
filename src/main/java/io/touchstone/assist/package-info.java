/** Suggestions of models, and who is shown them; never a judgement. */
package io.touchstone.assist;

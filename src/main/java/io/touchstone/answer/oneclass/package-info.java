/** One class out of the label schema. */
package io.touchstone.answer.oneclass;

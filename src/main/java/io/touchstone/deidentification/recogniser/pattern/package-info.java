/** Expressions read for what they cannot match, so that most texts are passed over quickly. */
package io.touchstone.deidentification.recogniser.pattern;

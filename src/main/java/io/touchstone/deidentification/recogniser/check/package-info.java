/** Check digits of numbers that carry them, country by country. */
package io.touchstone.deidentification.recogniser.check;

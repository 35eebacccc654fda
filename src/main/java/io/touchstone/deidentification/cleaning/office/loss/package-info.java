/** What an office file showed, by a second reader, to count what cleaning lost. */
package io.touchstone.deidentification.cleaning.office.loss;

/** Finds text in pictures and covers what identifies people. */
package io.touchstone.deidentification.cleaning.image.text;

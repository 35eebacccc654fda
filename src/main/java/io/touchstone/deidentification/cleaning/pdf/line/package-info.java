/** Glyphs in lines and in reading order. */
package io.touchstone.deidentification.cleaning.pdf.line;

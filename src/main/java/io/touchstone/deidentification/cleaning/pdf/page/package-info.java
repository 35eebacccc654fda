/** What a page of a PDF shows: instructions, glyphs, layers, notes. */
package io.touchstone.deidentification.cleaning.pdf.page;

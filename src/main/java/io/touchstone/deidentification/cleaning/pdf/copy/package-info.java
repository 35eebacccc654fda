/** Fonts, colours, pictures and scripts of a page, copied without what nobody sees. */
package io.touchstone.deidentification.cleaning.pdf.copy;

/** Reads text in pictures with Tesseract, a program of its own that a site may have or not. */
package io.touchstone.deidentification.cleaning.ocr;

/** Spreadsheets, cell by cell. */
package io.touchstone.deidentification.cleaning.office.sheet;

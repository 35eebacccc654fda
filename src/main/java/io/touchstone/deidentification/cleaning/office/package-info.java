/** Word processing documents, spreadsheets and presentations without what identifies people. */
package io.touchstone.deidentification.cleaning.office;

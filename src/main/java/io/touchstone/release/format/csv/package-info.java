/** CSV as RFC 4180 has it, harmless for spreadsheets. */
package io.touchstone.release.format.csv;

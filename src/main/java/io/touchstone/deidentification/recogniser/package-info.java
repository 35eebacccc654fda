/** What counts as personal data in a text: one small file per kind. */
package io.touchstone.deidentification.recogniser;

/** What stands in the place of personal data: tags, surrogates, shifted dates, ciphertext. */
package io.touchstone.deidentification.operator;

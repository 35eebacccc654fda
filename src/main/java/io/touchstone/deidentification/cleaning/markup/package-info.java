/** Plain text and HTML without hidden content, external addresses and what identifies people. */
package io.touchstone.deidentification.cleaning.markup;

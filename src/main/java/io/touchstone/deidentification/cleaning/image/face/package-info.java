/** Finds faces in pictures and covers them. */
package io.touchstone.deidentification.cleaning.image.face;

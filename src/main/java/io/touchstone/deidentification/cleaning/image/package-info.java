/**
 * Pictures without faces and without what stands beside the pixels, every frame and page of them.
 */
package io.touchstone.deidentification.cleaning.image;

/** Documents, images and recordings without what identifies people: one cleaner per family. */
package io.touchstone.deidentification.cleaning;

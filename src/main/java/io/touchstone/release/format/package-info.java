/** The files of a dataset version, byte for byte a function of what was decided. */
package io.touchstone.release.format;

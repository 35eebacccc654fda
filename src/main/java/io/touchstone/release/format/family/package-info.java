/** The list of all formats. */
package io.touchstone.release.format.family;

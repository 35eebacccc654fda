/** A version of a dataset: its records, its details and what it is made from. */
package io.touchstone.release.version;

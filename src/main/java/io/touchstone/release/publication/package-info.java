/** A version that was approved goes out. */
package io.touchstone.release.publication;

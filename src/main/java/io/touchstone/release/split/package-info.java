/** To which part of a dataset an item belongs, for good. */
package io.touchstone.release.split;

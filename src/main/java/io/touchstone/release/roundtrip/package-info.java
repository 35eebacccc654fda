/** What was written, read back and compared. */
package io.touchstone.release.roundtrip;

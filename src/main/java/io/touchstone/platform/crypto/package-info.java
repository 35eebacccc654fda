/** Keys, keyed hashes and encryption. */
package io.touchstone.platform.crypto;

/** Where raw sources lie: whole objects under a key, encrypted before they reach a disk. */
package io.touchstone.platform.store;

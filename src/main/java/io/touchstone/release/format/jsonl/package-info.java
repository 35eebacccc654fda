/** JSON Lines, the canonical format: holds all of a record and is always there. */
package io.touchstone.release.format.jsonl;

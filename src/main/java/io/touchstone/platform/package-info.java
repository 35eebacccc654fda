/** What every stage stands on: clock, ids, crypto, database, object store, web errors, security. */
package io.touchstone.platform;

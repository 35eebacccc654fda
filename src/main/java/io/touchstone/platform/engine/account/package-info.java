/** People, groups and passwords in the engine's store. */
package io.touchstone.platform.engine.account;

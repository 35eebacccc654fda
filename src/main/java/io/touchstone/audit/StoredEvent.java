package io.touchstone.audit;

import java.util.Optional;

/**
 * An event as it stands in the database.
 *
 * @param mac keyed hash that the installation gave it; empty for one from before there were any
 */
record StoredEvent(SealedEvent event, Optional<String> mac) {}

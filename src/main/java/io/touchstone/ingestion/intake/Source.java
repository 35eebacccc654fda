package io.touchstone.ingestion.intake;

import java.io.InputStream;

/**
 * A file that is being delivered.
 *
 * @param mediaType "text/csv" or "application/x-ndjson" or one of their synonyms for rows; any
 *     other for an object, whose content tells its type
 * @param content read once, to its end; not closed
 */
public record Source(String mediaType, InputStream content) {}

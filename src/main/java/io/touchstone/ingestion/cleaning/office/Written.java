package io.touchstone.ingestion.cleaning.office;

import java.io.ByteArrayOutputStream;

/**
 * Elements that were written while the part was read, because all rows of a sheet together are too
 * many to hold.
 */
record Written(ByteArrayOutputStream xml) implements Node {}

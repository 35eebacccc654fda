/** Documents, pictures and archives: opened, cleaned and made into items. */
package io.touchstone.ingestion.object;

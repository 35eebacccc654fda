/** What is masked after the first pass, in texts and in objects. */
package io.touchstone.ingestion.correction;

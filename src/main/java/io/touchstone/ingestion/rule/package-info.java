/** New rules meet old items: search, review and taking up. */
package io.touchstone.ingestion.rule;

/** Gold items as they are taken in, kept under a policy and masked anew. */
package io.touchstone.ingestion.gold;

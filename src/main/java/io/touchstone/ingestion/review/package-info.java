/** The sample that a privacy officer looks at, and the bound on what is missed. */
package io.touchstone.ingestion.review;

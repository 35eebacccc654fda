/** Raw objects that are removed when their time has come. */
package io.touchstone.ingestion.erasure;

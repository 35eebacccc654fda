/** Pictures and recordings without what stands beside pixels and samples, byte by byte. */
package io.touchstone.deidentification.cleaning.metadata;

/** The blind sample on which a batch is accepted or rejected. */
package io.touchstone.quality.acceptance;

/** The road of one batch: where it stands, what its gates decided and how a held one goes on. */
package io.touchstone.pipeline;

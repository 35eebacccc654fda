/** The append-only record of who did what, when and why. */
package io.touchstone.audit;

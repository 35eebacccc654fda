/**
 * The command that moves an installation into another database, its history checked on both sides.
 */
package io.touchstone.audit.move;

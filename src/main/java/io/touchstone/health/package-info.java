/**
 * Where each batch stands and what it waits for, and the weekly review of four numbers; read-only
 * on all tables but its own.
 */
package io.touchstone.health;

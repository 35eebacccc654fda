/** Where each batch stands and what it waits for. */
package io.touchstone.health.standing;

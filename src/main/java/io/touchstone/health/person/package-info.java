/** What waits for one person. */
package io.touchstone.health.person;

/** Work that comes back or goes to somebody else. */
package io.touchstone.tasking.reassignment;

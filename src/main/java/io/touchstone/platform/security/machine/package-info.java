/** Calls of programs: who makes one, by password or token, and from where. */
package io.touchstone.platform.security.machine;

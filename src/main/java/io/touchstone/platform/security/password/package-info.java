/** Passwords: which are good enough, how they are compared without a flood, and how they change. */
package io.touchstone.platform.security.password;

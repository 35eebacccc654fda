/**
 * How somebody comes to an account: a one-time link, or a first password that has to be changed.
 */
package io.touchstone.platform.security.invitation;

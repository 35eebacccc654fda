/** Tokens with which programs call in a person's name, within limits that the person has set. */
package io.touchstone.platform.security.token;

/** Who is calling and what that person or machine may do. */
package io.touchstone.platform.security;

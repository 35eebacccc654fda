/** The description of the interface for programs. */
package io.touchstone.platform.web.openapi;

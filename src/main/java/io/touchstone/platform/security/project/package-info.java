/** Need to know: which projects somebody may see, and to which project a thing belongs. */
package io.touchstone.platform.security.project;

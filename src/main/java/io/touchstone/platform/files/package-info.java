/** Files that are there as a whole or not at all, whenever the process dies. */
package io.touchstone.platform.files;

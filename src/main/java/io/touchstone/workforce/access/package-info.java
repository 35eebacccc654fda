/** Who says which projects a person may know. */
package io.touchstone.workforce.access;

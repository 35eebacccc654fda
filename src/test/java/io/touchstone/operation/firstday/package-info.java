/** The first day of an organisation, played by clicks on an empty installation. */
package io.touchstone.operation.firstday;

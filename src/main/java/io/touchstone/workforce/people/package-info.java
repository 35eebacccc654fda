/** Looking after people: adding, skills, conflicts, time, leaving; by hand or from a list. */
package io.touchstone.workforce.people;

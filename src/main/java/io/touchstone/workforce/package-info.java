/** The people who label: skills, departments, conflicts of interest, availability. */
package io.touchstone.workforce;

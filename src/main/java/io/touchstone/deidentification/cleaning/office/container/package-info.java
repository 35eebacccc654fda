/** The archive that an office file is: parts, and the relations between them. */
package io.touchstone.deidentification.cleaning.office.container;

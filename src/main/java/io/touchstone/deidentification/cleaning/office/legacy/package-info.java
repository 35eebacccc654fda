/** Binary office files of before 2007, written anew in today's formats. */
package io.touchstone.deidentification.cleaning.office.legacy;

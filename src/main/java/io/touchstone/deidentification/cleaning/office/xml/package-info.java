/** XML of office files, read within limits and written anew. */
package io.touchstone.deidentification.cleaning.office.xml;

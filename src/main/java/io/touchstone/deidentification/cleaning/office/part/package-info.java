/** What documents, sheets and slides share: vocabularies, styles, drawings, charts, pictures. */
package io.touchstone.deidentification.cleaning.office.part;

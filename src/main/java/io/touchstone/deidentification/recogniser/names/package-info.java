/** Persons and places in running text: word lists, context, and a model that weighs them. */
package io.touchstone.deidentification.recogniser.names;

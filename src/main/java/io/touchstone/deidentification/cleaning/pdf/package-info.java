/** PDF written anew from what its pages show, with text taken out of the content itself. */
package io.touchstone.deidentification.cleaning.pdf;

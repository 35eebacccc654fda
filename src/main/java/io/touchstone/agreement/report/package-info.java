/** Coefficients as they are reported and stored, with their intervals or reasons. */
package io.touchstone.agreement.report;

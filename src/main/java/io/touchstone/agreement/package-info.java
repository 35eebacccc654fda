/** Coefficients of agreement with their intervals, or the reason why there is none. */
package io.touchstone.agreement;

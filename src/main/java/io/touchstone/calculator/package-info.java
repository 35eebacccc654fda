/** The calculator: judgements that somebody sends in, coefficients or a reason out. */
package io.touchstone.calculator;

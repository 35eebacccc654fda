/** Agreement on scales: ordinal, interval and ratio. */
package io.touchstone.agreement.scale;

/** Agreement on sets of labels. */
package io.touchstone.agreement.set;

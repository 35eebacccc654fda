/** Agreement on places: stretches of a text and regions of a picture. */
package io.touchstone.agreement.span;

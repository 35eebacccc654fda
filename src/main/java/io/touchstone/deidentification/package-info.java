/** What is found in a text, what stands in its place, and how places before and after relate. */
package io.touchstone.deidentification;

/** A version that is made of a batch's verdicts. */
package io.touchstone.release.build;

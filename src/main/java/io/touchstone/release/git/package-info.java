/** A dataset version as a commit and an annotated tag of a Git repository. */
package io.touchstone.release.git;

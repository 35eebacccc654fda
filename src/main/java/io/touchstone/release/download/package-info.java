/** Versions for those who fetch them: pages, archives, git and DVC. */
package io.touchstone.release.download;

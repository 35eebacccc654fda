/** The second person's yes to a version. */
package io.touchstone.release.approval;

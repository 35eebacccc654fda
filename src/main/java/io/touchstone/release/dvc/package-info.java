/** A dataset version as DVC 3 stores it, so that stock clients pull it. */
package io.touchstone.release.dvc;

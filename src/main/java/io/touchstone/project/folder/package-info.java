/** A project as a folder of files: reading it, and what becomes of it where the product differs. */
package io.touchstone.project.folder;

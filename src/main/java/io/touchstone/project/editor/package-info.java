/** Projects as people make and change them: drafts, versions, guideline, and folders in and out. */
package io.touchstone.project.editor;

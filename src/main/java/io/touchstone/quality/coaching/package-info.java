/** What an annotator is told about their own work. */
package io.touchstone.quality.coaching;

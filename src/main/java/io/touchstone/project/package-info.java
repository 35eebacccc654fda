/**
 * What a project wants labelled, how and under which guideline: label schema, guideline, settings.
 */
package io.touchstone.project;

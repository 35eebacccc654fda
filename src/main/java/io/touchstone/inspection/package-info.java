/** The auditor's side, read-only: who did what, when, on what evidence and under which rules. */
package io.touchstone.inspection;

/** Stage 5: verdicts become a checked, approved and published dataset version. */
package io.touchstone.release;

/** Which items a reviewer sees, and the verdict that each item ends with. */
package io.touchstone.quality.verdict;

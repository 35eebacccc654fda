/** What an item's label most probably is, inferred from what several people said about it. */
package io.touchstone.agreement.truth;

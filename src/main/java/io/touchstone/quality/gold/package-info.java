/** Gold as the data manager sees it: how long it lasts, and settled items that become gold. */
package io.touchstone.quality.gold;

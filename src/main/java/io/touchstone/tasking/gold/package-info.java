/** Gold among ordinary work: how much, which, and how long it lasts. */
package io.touchstone.tasking.gold;

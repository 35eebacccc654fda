/** To which project every thing belongs, in one place. */
package io.touchstone.inspection.scope;

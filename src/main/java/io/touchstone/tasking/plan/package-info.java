/** Who labels which item, planned. */
package io.touchstone.tasking.plan;

/** People's tasks: who may see, take and complete one, and what they are told otherwise. */
package io.touchstone.platform.engine.task;

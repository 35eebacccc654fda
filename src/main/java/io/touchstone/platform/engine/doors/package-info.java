/** The doors in front of Camunda's own HTTP interface: who may make which call. */
package io.touchstone.platform.engine.doors;

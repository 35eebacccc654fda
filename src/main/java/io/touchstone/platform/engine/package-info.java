/** The only gate to Camunda: deployment, starting, waiting, people's tasks, decisions, identity. */
package io.touchstone.platform.engine;

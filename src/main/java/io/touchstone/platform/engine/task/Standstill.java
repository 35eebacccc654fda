package io.touchstone.platform.engine.task;

import java.time.Instant;

/**
 * A place at which the engine has given up.
 *
 * @param activityId id of the activity in the BPMN
 */
public record Standstill(String batchId, String activityId, Instant since) {}

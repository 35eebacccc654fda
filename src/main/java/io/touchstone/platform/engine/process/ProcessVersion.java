package io.touchstone.platform.engine.process;

import java.time.Instant;
import java.util.Optional;

/**
 * A process as it was deployed once; what ran under it ran by this drawing.
 *
 * @param tag the process owner's own version, as in the BPMN file
 * @param sha256 of the BPMN file, hexadecimal
 */
public record ProcessVersion(
    String definitionId,
    String key,
    String name,
    int version,
    Optional<String> tag,
    String deploymentId,
    Instant deployedAt,
    String sha256) {}

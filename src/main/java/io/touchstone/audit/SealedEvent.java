package io.touchstone.audit;

import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.database.Json;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/**
 * An audit event as seals cover it: everything but a person's reason, which may be erased.
 *
 * @param seq number in the trail
 */
record SealedEvent(
    long seq, Instant at, String actor, String action, String object, Map<String, Object> details) {

  /** One line of JSON with sorted keys: the leaf of the tree, the same for the same event. */
  String leaf(Json json) {
    return json.write(this);
  }

  /** Keyed hash of the leaf: that this installation wrote the event. */
  String mac(Json json, Hmac key) {
    return HexFormat.of().formatHex(key.bytes("event", leaf(json)));
  }
}

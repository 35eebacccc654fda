package io.touchstone.inspection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The conditions of a filtered query; those not asked for are left out, so that indexes serve. */
final class Conditions {

  private final List<String> parts = new ArrayList<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  Conditions always(String part, String name, Object value) {
    parts.add(part);
    parameters.put(name, value);
    return this;
  }

  Conditions when(Optional<?> value, String part, String name) {
    value.ifPresent(present -> always(part, name, present));
    return this;
  }

  /** The where clause; empty if nothing was asked for. */
  String where() {
    return parts.isEmpty() ? "" : " where " + String.join(" and ", parts);
  }

  Map<String, Object> parameters() {
    return parameters;
  }
}

package io.touchstone.platform.database;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The conditions of a filtered query; those not asked for are left out, so that indexes serve. */
public final class Conditions {

  private final List<String> parts = new ArrayList<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  /** A condition with its parameter. */
  public Conditions always(String part, String name, Object value) {
    parts.add(part);
    parameters.put(name, value);
    return this;
  }

  /** A condition without a parameter. */
  public Conditions always(String part) {
    parts.add(part);
    return this;
  }

  /** A condition that holds only where the value was asked for. */
  public Conditions when(Optional<?> value, String part, String name) {
    value.ifPresent(present -> always(part, name, present));
    return this;
  }

  /** The where clause; empty if nothing was asked for. */
  public String where() {
    return parts.isEmpty() ? "" : " where " + String.join(" and ", parts);
  }

  /** Names and values; further ones may be put in. */
  public Map<String, Object> parameters() {
    return parameters;
  }
}

package io.touchstone.ingestion.operator;

import io.touchstone.ingestion.recogniser.EntityType;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.project.DeidentificationRules.Operator;
import java.util.HashMap;
import java.util.Map;

/** The replacements of one item; remembers what was counted in it. */
public final class Replacing {

  private final Operators operators;
  private final Hmac key;
  private final String owner;
  private final boolean counted;
  private final Map<String, Map<String, Integer>> numbers = new HashMap<>();

  Replacing(Operators operators, Hmac key, String owner, boolean counted) {
    this.operators = operators;
    this.key = key;
    this.owner = owner;
    this.counted = counted;
  }

  Hmac key() {
    return key;
  }

  String owner() {
    return owner;
  }

  boolean counted() {
    return counted;
  }

  /** The value's number among those of its kind, from 1, in the order of the text. */
  int count(EntityType type, String normal) {
    Map<String, Integer> ofType = numbers.computeIfAbsent(type.id(), id -> new HashMap<>());
    return ofType.computeIfAbsent(normal, value -> ofType.size() + 1);
  }

  /** What stands in the place of a value, by the project's rules. */
  public String of(EntityType type, String raw) {
    return operators.replacement(this, operators.of(type), type, raw);
  }

  /** What stands in the place of a value, by an operator. */
  public String of(Operator operator, EntityType type, String raw) {
    return operators.replacement(this, operator, type, raw);
  }
}

package io.touchstone.deidentification.operator;

import io.touchstone.deidentification.operator.DeidentificationRules.Operator;
import io.touchstone.deidentification.recogniser.EntityType;
import io.touchstone.platform.crypto.Hmac;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The replacements of one item; remembers what was counted in it. For one thread. */
public final class Replacing {

  private final Operators operators;
  private final String item;
  private final String owner;
  private final Map<String, Map<String, Integer>> numbers = new HashMap<>();
  private Optional<Hmac> key = Optional.empty();

  Replacing(Operators operators, Remembered before) {
    this.operators = operators;
    this.item = before.item();
    this.owner = before.owner();
    before.numbers().forEach((kind, values) -> numbers.put(kind, new HashMap<>(values)));
  }

  /** Under which equal values get equal replacements. */
  Hmac key() {
    if (key.isEmpty()) {
      key = Optional.of(operators.key(item, owner));
    }
    return key.get();
  }

  String owner() {
    return owner;
  }

  /** Whether values are numbered within the item, in the order of the text. */
  boolean counted() {
    return operators.scope(item, owner).equals(item);
  }

  /** The value's number among those of its kind, from 1, in the order of the text. */
  int count(EntityType type, String normal) {
    Map<String, Integer> ofType = numbers.computeIfAbsent(type.id(), id -> new HashMap<>());
    String value = key().id("counted", type.id(), normal);
    return ofType.computeIfAbsent(value, id -> ofType.size() + 1);
  }

  /** What stands in the place of a value, by the project's rules. */
  public String of(EntityType type, String raw) {
    return operators.replacement(this, operators.of(type), type, raw);
  }

  /** What stands in the place of a value, by an operator. */
  public String of(Operator operator, EntityType type, String raw) {
    return operators.replacement(this, operator, type, raw);
  }

  /** For {@link Operators#resume}. */
  public Remembered remembered() {
    return new Remembered(item, owner, numbers);
  }
}

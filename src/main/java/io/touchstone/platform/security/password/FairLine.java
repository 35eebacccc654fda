package io.touchstone.platform.security.password;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who waits, in an order that nobody bends by coming often: addresses take turns, the names within
 * an address take turns, and of one name who came first is first. For one thread at a time.
 *
 * @param <T> what waits
 */
final class FairLine<T> {

  private final Map<String, Map<String, Deque<T>>> addresses = new LinkedHashMap<>();
  private int size;

  void add(String address, String name, T one) {
    addresses
        .computeIfAbsent(address, key -> new LinkedHashMap<>())
        .computeIfAbsent(name, key -> new ArrayDeque<>())
        .add(one);
    size++;
  }

  /** Takes out whose turn it is; empty if nobody waits. */
  Optional<T> next() {
    if (addresses.isEmpty()) {
      return Optional.empty();
    }
    String address = addresses.keySet().iterator().next();
    Map<String, Deque<T>> names = addresses.remove(address);
    String name = names.keySet().iterator().next();
    Deque<T> ofName = names.remove(name);
    T one = ofName.remove();
    size--;
    if (!ofName.isEmpty()) {
      names.put(name, ofName);
    }
    if (!names.isEmpty()) {
      addresses.put(address, names);
    }
    return Optional.of(one);
  }

  /** Takes out one who waits no longer; false if it had its turn already. */
  boolean remove(String address, String name, T one) {
    Map<String, Deque<T>> names = addresses.getOrDefault(address, Map.of());
    Deque<T> ofName = names.get(name);
    if (ofName == null || !ofName.remove(one)) {
      return false;
    }
    size--;
    if (ofName.isEmpty()) {
      names.remove(name);
    }
    if (names.isEmpty()) {
      addresses.remove(address);
    }
    return true;
  }

  int size() {
    return size;
  }

  int sizeOf(String address) {
    return addresses.getOrDefault(address, Map.of()).values().stream().mapToInt(Deque::size).sum();
  }

  int sizeOf(String address, String name) {
    Deque<T> ofName = addresses.getOrDefault(address, Map.of()).get(name);
    return ofName == null ? 0 : ofName.size();
  }
}

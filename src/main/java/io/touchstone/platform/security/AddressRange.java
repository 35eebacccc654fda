package io.touchstone.platform.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A network address or a range of them, "10.1.2.3" or "10.0.0.0/8" (RFC 4632, RFC 4291).
 *
 * @param first an address of the range
 * @param bits how many leading bits all of its addresses share
 */
record AddressRange(InetAddress first, int bits) {

  /** Digits and colons only: a name would be looked up. */
  private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  /** Reads an address or a range; empty if the text is neither. */
  static Optional<AddressRange> parse(String text) {
    String[] parts = text.strip().split("/", -1);
    Optional<InetAddress> address = address(parts[0]);
    if (address.isEmpty() || parts.length > 2) {
      return Optional.empty();
    }
    int all = address.get().getAddress().length * 8;
    if (parts.length == 1) {
      return Optional.of(new AddressRange(address.get(), all));
    }
    return Optional.of(parts[1])
        .filter(length -> length.matches("[0-9]{1,3}"))
        .map(Integer::parseInt)
        .filter(length -> length <= all)
        .map(length -> new AddressRange(address.get(), length));
  }

  /** An address in numbers, never a name; empty if the text is none. */
  static Optional<InetAddress> address(String text) {
    String bare = text.strip();
    if (!NUMERIC.matcher(bare).matches()
        || (!bare.contains(":") && bare.split("\\.").length != 4)) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(bare));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  boolean contains(InetAddress address) {
    byte[] here = first.getAddress();
    byte[] there = address.getAddress();
    if (here.length != there.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((here[bit / 8] & mask) != (there[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}

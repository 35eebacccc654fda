package io.touchstone.platform.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashing with HMAC-SHA-256 (RFC 2104) over parts whose lengths are hashed too, so that
 * ("ab", "c") and ("a", "bc") differ. Ids, hidden draws and pseudonyms come from here: nobody
 * without the key can recompute or predict them. Not thread-safe state: each call makes its own
 * MAC.
 */
public final class Hmac {

  private static final String ALGORITHM = "HmacSHA256";
  private final SecretKeySpec key;

  private Hmac(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * @param key at least one byte, 32 random bytes as a rule
   */
  public static Hmac of(byte[] key) {
    return new Hmac(key);
  }

  /** The hash over a stream of bytes, to be fed piece by piece; not framed by lengths. */
  public Mac streaming() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java lacks " + ALGORITHM, e);
    }
  }

  /** The 32 bytes of the hash over the parts. */
  public byte[] bytes(String... parts) {
    Mac mac = streaming();
    for (String part : parts) {
      byte[] encoded = part.getBytes(StandardCharsets.UTF_8);
      mac.update(ByteBuffer.allocate(4).putInt(encoded.length).array());
      mac.update(encoded);
    }
    return mac.doFinal();
  }

  /** The first half of the hash as 32 lower-case hexadecimal digits: an id. */
  public String id(String... parts) {
    return HexFormat.of().formatHex(bytes(parts), 0, 16);
  }

  /**
   * The ids in an order that looks random to whoever lacks the key and is the same each time for
   * the same key and context.
   *
   * @param context what the order is for, hashed before each id
   */
  public List<String> shuffled(Collection<String> ids, String... context) {
    record Drawn(double draw, String id) {}
    String[] parts = Arrays.copyOf(context, context.length + 1);
    List<Drawn> drawn = new ArrayList<>(ids.size());
    for (String id : ids) {
      parts[context.length] = id;
      drawn.add(new Drawn(draw(parts), id));
    }
    drawn.sort(Comparator.comparingDouble(Drawn::draw).thenComparing(Drawn::id));
    return drawn.stream().map(Drawn::id).toList();
  }

  /**
   * A number in [0, 1), uniform for whoever lacks the key, the same each time for the same parts.
   */
  public double draw(String... parts) {
    return (ByteBuffer.wrap(bytes(parts)).getLong() >>> 11) * 0x1.0p-53;
  }
}

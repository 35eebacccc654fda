package io.touchstone.ingestion.cleaning;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** Looks for values in bytes. */
public final class ResidueScan {

  private final Collection<String> values;

  private ResidueScan(Collection<String> values) {
    this.values = values;
  }

  /** A search for these. */
  public static ResidueScan of(Collection<String> values) {
    return new ResidueScan(values);
  }

  /** Those that stand in an object. */
  public List<String> in(byte[] object) {
    String bytes = new String(object, StandardCharsets.UTF_8);
    return values.stream().filter(bytes::contains).toList();
  }
}

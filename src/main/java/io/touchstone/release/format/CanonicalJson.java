package io.touchstone.release.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/**
 * JSON whose bytes depend on the value alone: keys in the order they were given, no locale, no hash
 * order, only what RFC 8259 section 7 demands is escaped. Takes {@link Fields}, sorted maps, lists,
 * strings, whole numbers, {@link BigDecimal} and booleans; anything else, null included, is a
 * mistake of the caller.
 */
public final class CanonicalJson {

  private static final String NO_INDENT = "";
  private final StringBuilder out = new StringBuilder();
  private final boolean indented;

  private CanonicalJson(boolean indented) {
    this.indented = indented;
  }

  /** An object whose keys keep the order of the calls. */
  public static final class Fields {

    private final Map<String, Object> values = new LinkedHashMap<>();

    private Fields() {}

    /** Adds a key; each may be given once. */
    public Fields put(String key, Object value) {
      if (values.putIfAbsent(key, value) != null) {
        throw new IllegalArgumentException("The key " + key + " is given twice.");
      }
      return this;
    }
  }

  public static Fields fields() {
    return new Fields();
  }

  /** The value on one line, without spaces and without a line end. */
  public static String line(Object value) {
    CanonicalJson json = new CanonicalJson(false);
    json.write(value, NO_INDENT);
    return json.out.toString();
  }

  /** The value as a file for people: two spaces of indentation, a line end after it. */
  public static String document(Object value) {
    CanonicalJson json = new CanonicalJson(true);
    json.write(value, NO_INDENT);
    return json.out.append('\n').toString();
  }

  /** A fraction to four decimal places, half up, without trailing zeros. */
  public static BigDecimal number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
  }

  private void write(Object value, String indent) {
    if (value instanceof String text) {
      string(text);
    } else if (value instanceof BigDecimal number) {
      out.append(number.toPlainString());
    } else if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof Fields fields) {
      object(fields.values, indent);
    } else if (value instanceof SortedMap<?, ?> map) {
      object(map, indent);
    } else if (value instanceof List<?> list) {
      array(list, indent);
    } else {
      throw new IllegalArgumentException(
          "Not representable as canonical JSON: " + (value == null ? "null" : value.getClass()));
    }
  }

  private void object(Map<?, ?> values, String indent) {
    out.append('{');
    String inner = indent + "  ";
    Iterator<? extends Map.Entry<?, ?>> entries = values.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<?, ?> entry = entries.next();
      newLine(inner);
      string((String) entry.getKey());
      out.append(indented ? ": " : ":");
      write(entry.getValue(), inner);
      if (entries.hasNext()) {
        out.append(',');
      }
    }
    close(values.isEmpty(), '}', indent);
  }

  private void array(List<?> values, String indent) {
    out.append('[');
    String inner = indent + "  ";
    for (int i = 0; i < values.size(); i++) {
      newLine(inner);
      write(values.get(i), inner);
      if (i + 1 < values.size()) {
        out.append(',');
      }
    }
    close(values.isEmpty(), ']', indent);
  }

  private void newLine(String indent) {
    if (indented) {
      out.append('\n').append(indent);
    }
  }

  private void close(boolean empty, char bracket, String indent) {
    if (!empty) {
      newLine(indent);
    }
    out.append(bracket);
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      character(text, i);
    }
    out.append('"');
  }

  private void character(String text, int at) {
    char c = text.charAt(at);
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      default -> {
        if (c < 0x20 || isLoneSurrogate(text, at)) {
          out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        } else {
          out.append(c);
        }
      }
    }
  }

  /** Half a surrogate pair has no UTF-8 form and would silently become a question mark. */
  private static boolean isLoneSurrogate(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}

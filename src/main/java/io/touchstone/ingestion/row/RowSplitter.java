package io.touchstone.ingestion.row;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a stream of bytes into rows at line feeds, for CSV only at those outside quotes, so that one
 * bad row does not spoil the rest. In UTF-8 the bytes of quote, comma and line feed occur nowhere
 * else, so no decoding is needed.
 *
 * <p>A quote that is never closed, or closed by the opening quote of a later row, would swallow
 * good rows. Therefore a row that spans lines must be well-formed: otherwise its first line alone
 * is refused and reading goes on with the second.
 */
public final class RowSplitter {

  /** Longest row in bytes. */
  public static final int MAXIMUM_ROW_BYTES = 1 << 20;

  private static final int BLOCK = 1 << 16;

  private enum State {
    FIELD_START,
    UNQUOTED,
    QUOTED,
    QUOTE_IN_QUOTED,
    /** Something other than a comma follows a closing quote. */
    MALFORMED
  }

  private final InputStream in;
  private final boolean quotes;
  private byte[] buffer = new byte[4 * BLOCK];
  private int from;
  private int to;
  private long offset;
  private long line;

  /**
   * Up to here a quote that is open at a line end is known not to be closed well. It keeps the
   * whole pass linear, however many rows open such a quote.
   */
  private long brokenUntil;

  /**
   * @param in positioned at the offset
   * @param quotes whether line feeds within double quotes belong to the row
   */
  public RowSplitter(InputStream in, boolean quotes, RowPosition start) {
    this.in = in;
    this.quotes = quotes;
    this.offset = start.offset();
    this.line = start.line();
    this.brokenUntil = start.brokenUntil();
  }

  /** Where the next row begins. */
  public RowPosition position(Optional<String> header) {
    return new RowPosition(offset, line, header, brokenUntil);
  }

  /** Passes over a byte order mark. */
  public void skipByteOrderMark() throws IOException {
    while (to - from < 3 && fill()) {
      // Until three bytes are there or the source ends.
    }
    if (to - from >= 3
        && buffer[from] == (byte) 0xEF
        && buffer[from + 1] == (byte) 0xBB
        && buffer[from + 2] == (byte) 0xBF) {
      consume(3);
    }
  }

  /** The next row, or nothing at the end of the source. */
  public Optional<RawRow> next() throws IOException {
    if (from == to && !fill()) {
      return Optional.empty();
    }
    State state = State.FIELD_START;
    int firstLineEnd = -1;
    for (int length = 0; ; ) {
      if (from + length == to && !fill()) {
        return Optional.of(
            state == State.QUOTED ? broken(length, firstLineEnd) : row(length, length));
      }
      byte b = buffer[from + length++];
      if (b == '\n' && state != State.QUOTED) {
        return Optional.of(row(length - 1, length));
      }
      if (quotes) {
        state = after(state, b);
      }
      if (state == State.QUOTED && b == '\n') {
        firstLineEnd = firstLineEnd < 0 ? length : firstLineEnd;
        if (offset + length <= brokenUntil) {
          return Optional.of(fault(firstLineEnd, Reason.UNTERMINATED_QUOTE));
        }
      }
      boolean spansLines = firstLineEnd >= 0;
      if (spansLines && (state == State.MALFORMED || length > MAXIMUM_ROW_BYTES)) {
        return Optional.of(broken(length, firstLineEnd));
      }
      if (length > MAXIMUM_ROW_BYTES) {
        return Optional.of(tooLong());
      }
    }
  }

  private static State after(State state, byte b) {
    return switch (state) {
      case FIELD_START -> b == '"' ? State.QUOTED : b == ',' ? state : State.UNQUOTED;
      case UNQUOTED -> b == ',' ? State.FIELD_START : state;
      case QUOTED -> b == '"' ? State.QUOTE_IN_QUOTED : state;
      case QUOTE_IN_QUOTED ->
          switch (b) {
            case '"' -> State.QUOTED;
            case ',' -> State.FIELD_START;
            case '\r' -> state;
            default -> State.MALFORMED;
          };
      case MALFORMED -> state;
    };
  }

  private RawRow row(int length, int consumed) {
    int end = length > 0 && buffer[from + length - 1] == '\r' ? length - 1 : length;
    RawRow row = new RawRow(line, Arrays.copyOfRange(buffer, from, from + end), Optional.empty());
    consume(consumed);
    return row;
  }

  private RawRow broken(int length, int firstLineEnd) {
    brokenUntil = offset + length;
    return fault(firstLineEnd < 0 ? length : firstLineEnd, Reason.UNTERMINATED_QUOTE);
  }

  private RawRow fault(int consumed, Reason reason) {
    RawRow row = new RawRow(line, new byte[0], Optional.of(reason));
    consume(consumed);
    return row;
  }

  private RawRow tooLong() throws IOException {
    long began = line;
    do {
      for (int i = from; i < to; i++) {
        if (buffer[i] == '\n') {
          consume(i + 1 - from);
          return new RawRow(began, new byte[0], Optional.of(Reason.ROW_TOO_LONG));
        }
      }
      consume(to - from);
    } while (fill());
    return new RawRow(began, new byte[0], Optional.of(Reason.ROW_TOO_LONG));
  }

  private void consume(int bytes) {
    for (int i = from; i < from + bytes; i++) {
      if (buffer[i] == '\n') {
        line++;
      }
    }
    from += bytes;
    offset += bytes;
  }

  private boolean fill() throws IOException {
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
    }
    if (to == buffer.length) {
      // Never above twice the longest row: a longer one has been given up by then.
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    int read = in.read(buffer, to, buffer.length - to);
    if (read > 0) {
      to += read;
    }
    return read > 0;
  }
}

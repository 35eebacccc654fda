package io.touchstone.audit;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Puts rows under the seals: numbers those of one step, and makes the digest for its event. */
@Service
public class Recordings {

  private final RecordingRepository recordings;
  private final Map<String, RecordedRows> kinds;

  Recordings(RecordingRepository recordings, List<RecordedRows> kinds) {
    this.recordings = recordings;
    this.kinds = kinds.stream().collect(Collectors.toMap(RecordedRows::kind, Function.identity()));
  }

  /** A new number for the rows of one step. */
  public long begin() {
    return recordings.next();
  }

  /**
   * Reads back what bears the number, in the transaction that wrote it.
   *
   * @param kind as {@link RecordedRows#kind}
   * @return for the step's event, among its details as {@link Recording#DETAIL}
   */
  public Recording end(String kind, long number) {
    RowDigest digest = new RowDigest();
    recordings.forEach(kinds.get(kind), number, row -> digest.add(row.line()));
    recordings.insertMarks(number, digest.marks());
    return new Recording(kind, number, digest.rows(), digest.sha256Hex());
  }
}

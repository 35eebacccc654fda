package io.touchstone.release.format;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts what a format loses of the records of a version. */
public final class Losses {

  private final Map<Loss, Long> records = new EnumMap<>(Loss.class);

  /** None so far of what may be lost. */
  public Losses(Set<Loss> possible) {
    possible.forEach(loss -> records.put(loss, 0L));
  }

  /** What is left of a record; what is not is counted. */
  public DatasetRecord left(DatasetRecord record) {
    DatasetRecord left = record;
    for (Map.Entry<Loss, Long> loss : records.entrySet()) {
      Optional<DatasetRecord> without = loss.getKey().from(left);
      if (without.isPresent()) {
        left = without.get();
        loss.setValue(loss.getValue() + 1);
      }
    }
    return left;
  }

  /** "votes of 6 records, soft labels of 1 record"; empty if nothing was lost. */
  public Optional<String> counted() {
    return Optional.of(
            records.entrySet().stream()
                .filter(loss -> loss.getValue() > 0)
                .map(loss -> loss.getKey().named() + " of " + records(loss.getValue()))
                .collect(Collectors.joining(", ")))
        .filter(words -> !words.isEmpty());
  }

  private static String records(long count) {
    return count + (count == 1 ? " record" : " records");
  }
}

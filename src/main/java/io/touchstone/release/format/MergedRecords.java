package io.touchstone.release.format;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;

/** The records of several files as one sequence ordered by id, without reading them whole. */
public final class MergedRecords implements DatasetFormat.Source {

  private record Head(DatasetRecord record, DatasetFormat.Source rest) {}

  private final List<DatasetFormat.Source> open;
  private final PriorityQueue<Head> heads =
      new PriorityQueue<>(Comparator.comparing(head -> head.record().id(), Utf8Order.INSTANCE));
  private boolean started;
  private long disorder;

  /**
   * @param files each ordered by id; closed with this
   */
  public MergedRecords(List<DatasetFormat.Source> files) {
    open = List.copyOf(files);
  }

  @Override
  public boolean hasNext() {
    if (!started) {
      started = true;
      open.forEach(this::queue);
    }
    return !heads.isEmpty();
  }

  @Override
  public DatasetRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Head head = heads.remove();
    queue(head.rest())
        .filter(later -> Utf8Order.INSTANCE.compare(head.record().id(), later.id()) > 0)
        .ifPresent(later -> disorder++);
    return head.record();
  }

  @Override
  public long disorder() {
    return disorder;
  }

  private Optional<DatasetRecord> queue(DatasetFormat.Source records) {
    if (!records.hasNext()) {
      return Optional.empty();
    }
    DatasetRecord record = records.next();
    heads.add(new Head(record, records));
    return Optional.of(record);
  }

  @Override
  public void close() throws IOException {
    for (DatasetFormat.Source records : open) {
      records.close();
    }
  }
}

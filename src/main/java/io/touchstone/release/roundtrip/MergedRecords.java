package io.touchstone.release.roundtrip;

import io.touchstone.release.format.DatasetReader;
import io.touchstone.release.format.DatasetRecord;
import io.touchstone.release.format.Utf8Order;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** The records of several files as one sequence ordered by id, without reading them whole. */
final class MergedRecords implements AutoCloseable {

  private record Head(DatasetRecord record, DatasetReader.Records rest) {}

  private final List<DatasetReader.Records> open = new ArrayList<>();
  private final PriorityQueue<Head> heads =
      new PriorityQueue<>(Comparator.comparing(head -> head.record().id(), Utf8Order.INSTANCE));
  private boolean started;
  private long disorder;

  MergedRecords(List<Path> files) throws IOException {
    for (Path file : files) {
      open.add(DatasetReader.records(file));
    }
  }

  /** The next record; empty at the end. */
  Optional<DatasetRecord> next() {
    if (!started) {
      started = true;
      open.forEach(this::queue);
    }
    Head head = heads.poll();
    if (head == null) {
      return Optional.empty();
    }
    queue(head.rest())
        .filter(later -> Utf8Order.INSTANCE.compare(head.record().id(), later.id()) > 0)
        .ifPresent(later -> disorder++);
    return Optional.of(head.record());
  }

  /** How many records so far came after one of a greater id in their file. */
  long disorder() {
    return disorder;
  }

  private Optional<DatasetRecord> queue(DatasetReader.Records records) {
    if (!records.hasNext()) {
      return Optional.empty();
    }
    DatasetRecord record = records.next();
    heads.add(new Head(record, records));
    return Optional.of(record);
  }

  @Override
  public void close() throws IOException {
    for (DatasetReader.Records records : open) {
      records.close();
    }
  }
}

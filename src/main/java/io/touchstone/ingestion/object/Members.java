package io.touchstone.ingestion.object;

import io.touchstone.deidentification.cleaning.Cleaning.Quarantined;
import io.touchstone.deidentification.cleaning.Quarantine;
import io.touchstone.ingestion.item.SourceObject;
import io.touchstone.ingestion.row.SourceFormat;
import io.touchstone.platform.store.EncryptedObjects;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The objects of one source: itself, or the members of an archive. */
interface Members extends Closeable {

  /**
   * Reads an object whole.
   *
   * @param number from 1
   */
  ZipArchive.Member member(int number) throws IOException;

  /**
   * Where an object lies in archives within the source: its number in each, from the outermost;
   * empty where it lies in none or in one.
   */
  List<Integer> path(int number) throws IOException;

  /**
   * @throws IOException if the source is damaged in the store
   */
  static Members open(SourceObject source, EncryptedObjects objects, byte[] dataKey)
      throws IOException {
    return source.format() == SourceFormat.ARCHIVE
        ? ofArchive(source, objects, dataKey)
        : itself(source, objects, dataKey);
  }

  private static Members ofArchive(SourceObject source, EncryptedObjects objects, byte[] dataKey)
      throws IOException {
    NestedArchive archive =
        new NestedArchive(
            ZipArchive.open(objects.channel(source.address(), dataKey))
                .orElseThrow(() -> new IOException("The archive can be opened no more.")),
            source.layout());
    return new Members() {
      @Override
      public ZipArchive.Member member(int number) throws IOException {
        return archive.member(number);
      }

      @Override
      public List<Integer> path(int number) throws IOException {
        return archive.path(number);
      }

      @Override
      public void close() throws IOException {
        archive.close();
      }
    };
  }

  private static Members itself(SourceObject source, EncryptedObjects objects, byte[] dataKey) {
    return new Members() {
      @Override
      public ZipArchive.Member member(int number) throws IOException {
        if (source.bytes() > ObjectCleaning.MOST_BYTES) {
          return new ZipArchive.Member.Kept(
              new Quarantined(
                  Quarantine.TOO_LARGE, ObjectOutcome.tooLarge(ObjectCleaning.MOST_BYTES)));
        }
        try (InputStream in = objects.open(source.address(), dataKey, 0)) {
          return new ZipArchive.Member.Content(in.readAllBytes());
        }
      }

      @Override
      public List<Integer> path(int number) {
        return List.of();
      }

      @Override
      public void close() {}
    };
  }
}

package io.touchstone.ingestion;

import io.touchstone.ingestion.item.BatchSecrets;
import io.touchstone.ingestion.item.IngestionRepository;
import io.touchstone.ingestion.item.IngestionRepository.OpenSource;
import io.touchstone.ingestion.item.ItemTieRepository;
import io.touchstone.ingestion.item.Processors;
import io.touchstone.ingestion.item.Reconciliation;
import io.touchstone.ingestion.item.RememberedRepository;
import io.touchstone.ingestion.item.SecondPassRepository;
import io.touchstone.ingestion.item.SourceObject;
import io.touchstone.ingestion.item.SuggestionSink;
import io.touchstone.ingestion.object.ObjectIngestion;
import io.touchstone.ingestion.policy.DeidentificationPolicies;
import io.touchstone.ingestion.policy.DeidentificationPolicy;
import io.touchstone.ingestion.policy.ReplacementKeys;
import io.touchstone.ingestion.row.Row;
import io.touchstone.ingestion.row.RowPosition;
import io.touchstone.ingestion.row.RowReader;
import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.BatchInProject;
import io.touchstone.pipeline.BatchesInProject;
import io.touchstone.platform.crypto.Hmac;
import io.touchstone.platform.store.EncryptedObjects;
import io.touchstone.project.Project;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns the sources of a batch into items and manifest entries, chunk by chunk. */
@Service
public class Ingestion {

  private static final Logger log = LoggerFactory.getLogger(Ingestion.class);
  private static final int CHUNK_ROWS = 2_000;
  private static final long CHUNK_BYTES = 4L << 20;

  private final IngestionRepository repository;
  private final BatchesInProject batches;
  private final DeidentificationPolicies policies;
  private final EncryptedObjects objects;
  private final SuggestionSink suggestions;
  private final SecondPassRepository secondPass;
  private final ObjectIngestion objectIngestion;
  private final RememberedRepository remembered;
  private final ItemTieRepository ties;
  private final ReplacementKeys projectKeys;
  private final Processors processors;
  private final Clock clock;

  Ingestion(
      IngestionRepository repository,
      BatchesInProject batches,
      DeidentificationPolicies policies,
      EncryptedObjects objects,
      SuggestionSink suggestions,
      SecondPassRepository secondPass,
      ObjectIngestion objectIngestion,
      RememberedRepository remembered,
      ItemTieRepository ties,
      ReplacementKeys projectKeys,
      Processors processors,
      Clock clock) {
    this.repository = repository;
    this.batches = batches;
    this.policies = policies;
    this.objects = objects;
    this.suggestions = suggestions;
    this.secondPass = secondPass;
    this.objectIngestion = objectIngestion;
    this.remembered = remembered;
    this.ties = ties;
    this.projectKeys = projectKeys;
    this.processors = processors;
    this.clock = clock;
  }

  /**
   * Ingests the next chunk: at most 2,000 rows and about 4 MiB of one source, or some objects, in
   * one transaction. Repeating it after a rollback makes the same items; repeating it at the end
   * does nothing.
   *
   * @return whether there is more to ingest
   */
  @Transactional
  public boolean ingestChunk(String batchId) {
    Optional<OpenSource> open = repository.lockNextSource(batchId);
    if (open.isEmpty()) {
      return false;
    }
    BatchInProject within = batches.require(batchId);
    Batch batch = within.batch();
    Hmac key = within.key();
    Project project = within.project();
    SourceObject source = open.get().source();
    DeidentificationPolicy policy = policies.of(project.settings());
    if (!source.format().hasRows()) {
      int count = objectIngestion.ingest(open.get(), batch, key, policy);
      log.info("objects_ingested batch={} first={} objects={}", batchId, source.id(), count);
      return repository.hasOpenSource(batchId);
    }
    RowsRead read = read(source, open.get().next(), BatchSecrets.dataKey(key), policy);
    RowProcessing processing =
        new RowProcessing(
            key,
            projectKeys.ofProject(project.key()),
            source,
            policy,
            policies.tags(),
            (node, text) -> suggestions.fault(project, node, text),
            processors);
    RowProcessing.Chunk chunk =
        processing.process(read.rows(), hashes -> repository.rowsByContent(batchId, hashes));
    Instant now = clock.instant();
    repository.insertItems(batchId, batch.projectKey(), chunk.items(), now);
    remembered.store(chunk.items());
    ties.store(chunk.items());
    suggestions.store(batchId, project, chunk.carried());
    repository.insertEntries(batchId, chunk.entries(), now);
    secondPass.remember(batchId, chunk.found());
    repository.advance(source, read.next(), read.finished());
    log.info(
        "chunk_ingested batch={} source={} rows={} items={}",
        batchId,
        source.id(),
        chunk.entries().size(),
        chunk.items().size());
    return repository.hasOpenSource(batchId);
  }

  /** Compares what was received with what the manifest accounts for. */
  @Transactional(readOnly = true)
  public Reconciliation reconcile(String batchId) {
    return repository.reconcile(batchId);
  }

  private record RowsRead(List<Row> rows, RowPosition next, boolean finished) {}

  private RowsRead read(
      SourceObject source, RowPosition from, byte[] dataKey, DeidentificationPolicy policy) {
    try (InputStream in = objects.open(source.address(), dataKey, from.offset())) {
      RowReader reader = RowReader.open(source.format(), in, from, policy.rowForm());
      List<Row> rows = new ArrayList<>();
      while (rows.size() < CHUNK_ROWS && reader.position().offset() - from.offset() < CHUNK_BYTES) {
        Optional<Row> row = reader.next();
        if (row.isEmpty()) {
          return new RowsRead(rows, reader.position(), true);
        }
        rows.add(row.get());
      }
      return new RowsRead(rows, reader.position(), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }
}

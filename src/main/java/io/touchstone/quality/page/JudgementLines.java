package io.touchstone.quality.page;

import io.touchstone.pipeline.Batch;
import io.touchstone.pipeline.Batches;
import io.touchstone.platform.database.Json;
import io.touchstone.workforce.PseudonymKeys;
import io.touchstone.workforce.Pseudonyms;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A batch's judgements as JSON Lines, in constant memory. */
@Service
public class JudgementLines {

  private final Batches batches;
  private final JudgementRepository judgements;
  private final PseudonymKeys pseudonyms;
  private final Json json;

  JudgementLines(
      Batches batches, JudgementRepository judgements, PseudonymKeys pseudonyms, Json json) {
    this.batches = batches;
    this.judgements = judgements;
    this.pseudonyms = pseudonyms;
    this.json = json;
  }

  /** Refuses with 404 if there is no such batch. */
  void requireBatch(String batchId) {
    batches.require(batchId);
  }

  /** Writes one line per current judgement, by item. */
  @Transactional
  public void write(String batchId, OutputStream out) throws IOException {
    Batch batch = batches.require(batchId);
    Pseudonyms names = pseudonyms.of(batch.projectKey());
    boolean ended = batch.state() == Batch.State.DONE || batch.state() == Batch.State.STOPPED;
    Map<String, String> pseudonymOf = new HashMap<>();
    BufferedOutputStream lines = new BufferedOutputStream(out);
    judgements.each(
        batchId,
        ended,
        judgement -> {
          String annotator = pseudonymOf.computeIfAbsent(judgement.annotator(), names::of);
          byte[] line = json.write(judgement.under(annotator)).getBytes(StandardCharsets.UTF_8);
          try {
            lines.write(line);
            lines.write('\n');
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    lines.flush();
  }
}

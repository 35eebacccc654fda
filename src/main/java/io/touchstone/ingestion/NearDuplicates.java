package io.touchstone.ingestion;

import io.touchstone.ingestion.NearDuplicateRepository.Alike;
import io.touchstone.ingestion.NearDuplicateRepository.Progress;
import io.touchstone.ingestion.NearDuplicateRepository.Signed;
import io.touchstone.ingestion.NearDuplicateRepository.Unsigned;
import io.touchstone.pipeline.Batches;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the items of a batch that nearly say what another item of the project says, of this batch
 * or an earlier one: their runs of five words agree by at least 0.8 (Jaccard). They stay items, and
 * form a group that is kept together where data are parted.
 */
@Service
class NearDuplicates {

  private static final Logger log = LoggerFactory.getLogger(NearDuplicates.class);
  private static final int PAGE_ITEMS = 5_000;
  private static final long PAGE_BYTES = 4L << 20;

  /** What a chunk does at most, in items that are sorted by a band: some seconds. */
  private static final long MOST_WORK = 2_000_000;

  private static final long WORK_TO_SIGN = 100;
  private static final int PIECE = 500;
  private static final int PIECE_CHARACTERS = 4 << 20;

  private final NearDuplicateRepository repository;
  private final Batches batches;
  private final Processors processors;

  NearDuplicates(NearDuplicateRepository repository, Batches batches, Processors processors) {
    this.repository = repository;
    this.batches = batches;
    this.processors = processors;
  }

  /**
   * Does the next piece of work in one transaction: signs items, some 20,000 at most and about 4
   * MiB at a time, and when all are signed compares what shares one of the 21 bands, all bands at
   * once in a project of less than 95,000 items, one in a project of more than a million. A
   * repetition after a rollback does the same again, one at the end does nothing.
   *
   * @return whether there is more to do
   */
  @Transactional
  public boolean groupChunk(String batchId) {
    Progress now = repository.lock(batchId);
    if (now.finished()) {
      return false;
    }
    String project = batches.require(batchId).projectKey();
    Comparison comparison = new Comparison(project, batchId);
    while (!now.finished() && comparison.work < MOST_WORK) {
      now = now.signed() ? comparison.compare(now) : comparison.sign(now);
    }
    repository.advance(batchId, now);
    log.info(
        "near_duplicates_searched batch={} source={} row={} bands={}",
        batchId,
        now.position(),
        now.row(),
        now.bands());
    return !now.finished();
  }

  private static Optional<Signed> signed(Unsigned item) {
    Shingles shingles = Shingles.of(item.text());
    return shingles.isEmpty()
        ? Optional.empty()
        : Optional.of(new Signed(item.itemId(), MinHash.STANDARD.bands(shingles)));
  }

  /** One chunk's work. */
  private final class Comparison {

    private final String project;
    private final String batchId;
    private long work;

    Comparison(String project, String batchId) {
      this.project = project;
      this.batchId = batchId;
    }

    Progress sign(Progress before) {
      List<Unsigned> page =
          repository.after(batchId, before.position(), before.row(), PAGE_ITEMS, PAGE_BYTES);
      if (page.isEmpty()) {
        work += WORK_TO_SIGN;
        int next = repository.sourceAfter(batchId, before.position());
        return next > 0
            ? new Progress(next, 0, false, 0, false)
            : new Progress(before.position(), before.row(), true, 0, false);
      }
      List<Signed> signed =
          processors.each(page, NearDuplicates::signed).stream().flatMap(Optional::stream).toList();
      repository.store(project, batchId, signed, repository.most(project) + 1);
      work += page.stream().mapToLong(item -> WORK_TO_SIGN + item.text().length()).sum();
      return new Progress(before.position(), page.get(page.size() - 1).row(), false, 0, false);
    }

    Progress compare(Progress before) {
      int most = repository.most(project);
      NearDuplicateGroups groups = new NearDuplicateGroups(most, repository.grouped(project));
      try (Stream<Alike> alike = repository.alike(project, batchId, before.bands())) {
        Iterator<Alike> rest = alike.iterator();
        while (rest.hasNext()) {
          compare(next(rest), groups);
        }
      }
      Map<Integer, Integer> changed = groups.changed();
      if (!changed.isEmpty()) {
        repository.group(project, changed);
      }
      work += most;
      int bands = before.bands() + 1;
      boolean finished = bands == MinHash.BANDS;
      if (finished) {
        log.info("near_duplicates_grouped batch={} items={}", batchId, repository.note(batchId));
      }
      return new Progress(before.position(), before.row(), true, bands, finished);
    }

    /** A piece of the stream, so that all processors cut texts while one thread compares. */
    private List<Alike> next(Iterator<Alike> rest) {
      List<Alike> piece = new ArrayList<>(PIECE);
      int characters = 0;
      while (rest.hasNext() && piece.size() < PIECE && characters < PIECE_CHARACTERS) {
        piece.add(rest.next());
        characters += piece.get(piece.size() - 1).text().length();
      }
      work += characters / 10;
      return piece;
    }

    private void compare(List<Alike> piece, NearDuplicateGroups groups) {
      List<Shingles> shingles = processors.each(piece, item -> Shingles.of(item.text()));
      for (int i = 0; i < shingles.size(); i++) {
        Alike item = piece.get(i);
        groups.compare(item.value(), item.number(), item.fresh(), shingles.get(i));
      }
    }
  }
}

package io.touchstone.ingestion.duplicate;

import io.touchstone.ingestion.duplicate.NearDuplicateRepository.Alike;
import io.touchstone.ingestion.duplicate.NearDuplicateRepository.Progress;
import io.touchstone.ingestion.duplicate.NearDuplicateRepository.Signed;
import io.touchstone.ingestion.duplicate.NearDuplicateRepository.Unsigned;
import io.touchstone.ingestion.item.Processors;
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
 * or an earlier one: their runs of five words agree by at least 0.8 (Jaccard); and pictures that
 * look like another one. They stay items, and form a group that is kept together where data are
 * parted.
 */
@Service
public class NearDuplicates {

  private static final Logger log = LoggerFactory.getLogger(NearDuplicates.class);
  private static final int PAGE_ITEMS = 5_000;
  private static final long PAGE_BYTES = 4L << 20;

  /** What a chunk does at most, in items that are sorted by a band: some seconds. */
  private static final long MOST_WORK = 2_000_000;

  private static final long WORK_TO_SIGN = 100;

  /** A page of pictures is a chunk. */
  private static final long WORK_TO_LOOK = MOST_WORK;

  private static final int ALL_BANDS = MinHash.BANDS + PicturesAlike.BANDS;
  private static final int PIECE = 500;
  private static final int PIECE_CHARACTERS = 4 << 20;

  private final NearDuplicateRepository repository;
  private final PictureDuplicates pictures;
  private final Batches batches;
  private final Processors processors;

  NearDuplicates(
      NearDuplicateRepository repository,
      PictureDuplicates pictures,
      Batches batches,
      Processors processors) {
    this.repository = repository;
    this.pictures = pictures;
    this.batches = batches;
    this.processors = processors;
  }

  /**
   * Does the next piece of work in one transaction: signs items, some 20,000 at most and about 4
   * MiB at a time, looks at 200 pictures at a time, and when all are known compares what shares one
   * of the 21 bands of texts or 4 of pictures, all bands at once in a project of less than 95,000
   * items, one in a project of more than a million. A repetition after a rollback does the same
   * again, one at the end does nothing.
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
      now = comparison.step(now);
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

    Progress step(Progress now) {
      if (!now.signed()) {
        return sign(now);
      }
      return now.allLooked() ? compare(now) : look(now);
    }

    private Progress look(Progress before) {
      Progress after = pictures.look(project, batchId, before, repository.most(project) + 1);
      work += after.allLooked() ? WORK_TO_SIGN : WORK_TO_LOOK;
      return after;
    }

    private Progress sign(Progress before) {
      List<Unsigned> page =
          repository.after(batchId, before.position(), before.row(), PAGE_ITEMS, PAGE_BYTES);
      if (page.isEmpty()) {
        work += WORK_TO_SIGN;
        int next = repository.sourceAfter(batchId, before.position());
        return next > 0 ? before.at(next, 0) : before.allSigned();
      }
      List<Signed> signed =
          processors.each(page, NearDuplicates::signed).stream().flatMap(Optional::stream).toList();
      repository.store(project, batchId, signed, repository.most(project) + 1);
      work += page.stream().mapToLong(item -> WORK_TO_SIGN + item.text().length()).sum();
      return before.at(before.position(), page.get(page.size() - 1).row());
    }

    private Progress compare(Progress before) {
      if (before.bands() == MinHash.BANDS && !pictures.hasAny(project, batchId)) {
        return done(before, ALL_BANDS);
      }
      int most = repository.most(project);
      NearDuplicateGroups groups = new NearDuplicateGroups(most, repository.grouped(project));
      if (before.bands() < MinHash.BANDS) {
        compareTexts(before.bands(), groups);
      } else {
        work += pictures.compare(project, batchId, before.bands() - MinHash.BANDS, groups);
      }
      Map<Integer, Integer> changed = groups.changed();
      if (!changed.isEmpty()) {
        repository.group(project, changed);
      }
      work += most;
      return done(before, before.bands() + 1);
    }

    private Progress done(Progress before, int bands) {
      boolean finished = bands == ALL_BANDS;
      if (finished) {
        log.info("near_duplicates_grouped batch={} items={}", batchId, repository.note(batchId));
      }
      return before.compared(bands, finished);
    }

    private void compareTexts(int band, NearDuplicateGroups groups) {
      try (Stream<Alike> alike = repository.alike(project, batchId, band)) {
        Iterator<Alike> rest = alike.iterator();
        while (rest.hasNext()) {
          compare(next(rest), groups);
        }
      }
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

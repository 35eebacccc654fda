package io.touchstone.ingestion.duplicate;

import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.image.DifferenceHash;
import io.touchstone.ingestion.duplicate.NearDuplicateRepository.Progress;
import io.touchstone.ingestion.duplicate.PictureDuplicateRepository.Picture;
import io.touchstone.ingestion.duplicate.PictureDuplicateRepository.Seen;
import io.touchstone.ingestion.duplicate.PictureDuplicateRepository.Unseen;
import io.touchstone.ingestion.item.Processors;
import io.touchstone.ingestion.object.ItemObject;
import io.touchstone.ingestion.object.ItemObjectRepository;
import io.touchstone.ingestion.object.ItemObjects;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Finds pictures that look like another one of the project, coded, sized, cut or lighted a little
 * otherwise. They are compared as they were cleaned, and share groups with texts. Within the
 * caller's transaction.
 */
@Service
class PictureDuplicates {

  private static final Logger log = LoggerFactory.getLogger(PictureDuplicates.class);

  /** Some seconds of decoding. */
  private static final int PAGE = 200;

  private final PictureDuplicateRepository repository;
  private final ItemObjectRepository itemObjects;
  private final ItemObjects objects;
  private final Processors processors;

  PictureDuplicates(
      PictureDuplicateRepository repository,
      ItemObjectRepository itemObjects,
      ItemObjects objects,
      Processors processors) {
    this.repository = repository;
    this.itemObjects = itemObjects;
    this.objects = objects;
    this.processors = processors;
  }

  /**
   * Looks at the next pictures of a batch.
   *
   * @param from number of the first one
   * @return how far the batch is now
   */
  Progress look(String project, String batchId, Progress before, int from) {
    List<Unseen> page = repository.after(batchId, before.position(), before.row(), PAGE);
    if (page.isEmpty()) {
      return before.looked();
    }
    Map<String, ItemObject> stored = itemObjects.of(page.stream().map(Unseen::itemId).toList());
    List<ItemObject> pictures = page.stream().map(each -> stored.get(each.itemId())).toList();
    List<Seen> seen =
        processors.each(pictures, this::seen).stream().flatMap(Optional::stream).toList();
    repository.store(project, batchId, seen, from);
    Unseen last = page.get(page.size() - 1);
    return before.at(last.position(), last.row());
  }

  private Optional<Seen> seen(ItemObject picture) {
    try {
      ObjectType type = ObjectType.ofMediaType(picture.mediaType()).orElseThrow();
      return DifferenceHash.of(objects.read(picture), type)
          .map(look -> new Seen(picture.itemId(), look));
    } catch (IOException | RuntimeException e) {
      log.warn("picture_not_compared item={} fault={}", picture.itemId(), e.getClass());
      return Optional.empty();
    }
  }

  /** Whether there is a picture in the batch to be compared. */
  boolean hasAny(String project, String batchId) {
    return repository.hasAny(project, batchId);
  }

  /**
   * Unites those that agree in a band.
   *
   * @return how many pictures there are
   */
  int compare(String project, String batchId, int band, NearDuplicateGroups groups) {
    PicturesAlike alike = new PicturesAlike();
    try (Stream<Picture> all = repository.all(project, batchId)) {
      all.forEach(
          picture -> {
            if (picture.first() == picture.number()) {
              alike.add(picture.number(), picture.look(), picture.fresh());
            } else {
              groups.unite(picture.first(), picture.number());
            }
          });
    }
    alike.compare(band, groups);
    return alike.count();
  }
}

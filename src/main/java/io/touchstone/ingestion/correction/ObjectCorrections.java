package io.touchstone.ingestion.correction;

import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.Cleaning.Cleaned;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.image.AreaCover;
import io.touchstone.deidentification.cleaning.image.text.TextCleaning;
import io.touchstone.ingestion.correction.Replacements.Replaced;
import io.touchstone.ingestion.item.CorrectionRepository.Searched;
import io.touchstone.ingestion.object.ItemObject;
import io.touchstone.ingestion.object.ItemObjectRepository;
import io.touchstone.ingestion.object.ItemObjects;
import io.touchstone.ingestion.object.ObjectCleaning;
import io.touchstone.ingestion.object.SideTexts;
import io.touchstone.ingestion.object.StringRedaction;
import io.touchstone.pipeline.Batches;
import io.touchstone.project.Projects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What is found in an item's text or document after ingestion goes from both. The cleaned document
 * is cleaned once more, so the raw one is not needed.
 */
@Component
class ObjectCorrections {

  private static final Logger log = LoggerFactory.getLogger(ObjectCorrections.class);

  private final ItemObjectRepository repository;
  private final ItemObjects objects;
  private final ObjectCleaning cleaning;
  private final TextCleaning textInImages;
  private final Batches batches;
  private final Projects projects;

  ObjectCorrections(
      ItemObjectRepository repository,
      ItemObjects objects,
      ObjectCleaning cleaning,
      TextCleaning textInImages,
      Batches batches,
      Projects projects) {
    this.batches = batches;
    this.textInImages = textInImages;
    this.projects = projects;
    this.repository = repository;
    this.objects = objects;
    this.cleaning = cleaning;
  }

  /** Of some items, of which some have a document. */
  Page of(Collection<String> itemIds) {
    return new Page(repository.of(itemIds));
  }

  /**
   * Covers what was marked in a picture. A recording, of which no part can be covered, is given up,
   * and so is a picture that cannot be written any more. Nothing is done where it was given up
   * before.
   */
  void cover(String itemId, List<AreaCover.Area> areas) {
    Optional<ItemObject> stored = repository.find(itemId);
    if (stored.isEmpty()) {
      return;
    }
    ItemObject object = stored.get();
    ObjectType type = ObjectType.ofMediaType(object.mediaType()).orElseThrow();
    try {
      Optional<Cleaned> covered =
          type.isImage() ? covered(objects.read(object), type, areas) : Optional.empty();
      if (covered.isPresent()) {
        store(object, covered.get(), object.asides());
      } else {
        giveUp(object);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /**
   * What stands in marked areas of a picture, where the item's text was read from it: it has to go
   * from there, too.
   *
   * @return nothing where pictures are not read, or cannot be any more
   */
  Set<String> textUnder(String itemId, List<AreaCover.Area> areas) {
    ItemObject object = repository.find(itemId).orElseThrow();
    ObjectType type = ObjectType.ofMediaType(object.mediaType()).orElseThrow();
    List<String> languages = ocrLanguages(object.batchId());
    if (!type.isImage() || languages.isEmpty() || textInImages.missing(languages).isPresent()) {
      return Set.of();
    }
    try {
      return textInImages.under(objects.read(object), type, languages, areas);
    } catch (IOException | RuntimeException e) {
      log.warn("area_not_read type={} fault={}", type, e.getClass().getSimpleName());
      return Set.of();
    }
  }

  private static Optional<Cleaned> covered(
      byte[] picture, ObjectType type, List<AreaCover.Area> areas) {
    try {
      return Optional.of(AreaCover.cover(picture, type, areas));
    } catch (IOException | RuntimeException e) {
      log.warn("picture_not_covered type={} fault={}", type, e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private void store(ItemObject object, Cleaned cleaned, String asides) throws IOException {
    objects.store(
        object.projectKey(),
        object.batchId(),
        object.itemId(),
        cleaned.type().mediaType(),
        cleaned.object(),
        asides);
  }

  private void giveUp(ItemObject object) {
    repository.remove(object.itemId());
    log.warn("item_object_given_up item={}", object.itemId());
  }

  private List<String> ocrLanguages(String batchId) {
    return projects
        .of(batches.require(batchId).pins())
        .settings()
        .deidentification()
        .rules()
        .ocrLanguages();
  }

  /** Looks once whether items have documents. */
  final class Page {

    private final Map<String, ItemObject> documents;

    private Page(Map<String, ItemObject> documents) {
      this.documents = documents;
    }

    /**
     * Replaces strings wherever they stand in the item's document, if it has one. A document that
     * cannot be cleaned any more is given up: the item is its text alone. So is one whose pictures
     * are read, if a string was not found any more: a picture may be read otherwise than before.
     *
     * @param before the item before the replacements
     */
    void replace(Searched before, List<Replaced> inText, List<Replaced> inAsides) {
      ItemObject document = documents.get(before.item().itemId());
      if (document == null || inText.isEmpty() && inAsides.isEmpty()) {
        return;
      }
      Map<String, String> strings = new LinkedHashMap<>();
      inText.forEach(each -> strings.putIfAbsent(each.in(before.item().text()), each.by()));
      inAsides.forEach(each -> strings.putIfAbsent(each.in(before.asides()), each.by()));
      try {
        StringRedaction redaction =
            new StringRedaction(strings, cleaning, ocrLanguages(document.batchId()));
        Cleaning again = cleaning.clean(objects.read(document), redaction);
        boolean all = !redaction.readsPictures() || redaction.hasFoundAll();
        if (again instanceof Cleaned cleaned && all && redaction.isFree(cleaned)) {
          store(document, cleaned, SideTexts.after(document.asides(), redaction));
        } else {
          giveUp(document);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e.getMessage(), e);
      }
    }
  }
}

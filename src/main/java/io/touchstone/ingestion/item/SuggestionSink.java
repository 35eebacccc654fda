package io.touchstone.ingestion.item;

import com.fasterxml.jackson.databind.JsonNode;
import io.touchstone.deidentification.OffsetMap;
import io.touchstone.project.Project;
import java.util.List;
import java.util.Optional;

/** Takes what rows say a model suggests for them; assist implements it. */
public interface SuggestionSink {

  /**
   * Why the suggestions of a row cannot be taken: place, fault, what to do, after "Line n: ". Empty
   * if they can. Quotes nothing of the row.
   *
   * @param project with the label schema of the batch
   * @param suggestions the row's field of that name, whatever it holds
   * @param text the raw text
   */
  Optional<String> fault(Project project, JsonNode suggestions, String text);

  /**
   * Suggestions that came with a row.
   *
   * @param suggestions without a fault
   * @param text the raw text
   * @param redacted the de-identified text
   * @param offsets from the raw to the de-identified text
   */
  record Carried(
      String itemId, JsonNode suggestions, String text, String redacted, OffsetMap offsets) {}

  /** Stores the suggestions of new items, in the transaction that stores the items. */
  void store(String batchId, Project project, List<Carried> carried);

  /**
   * Moves the places of an item's suggestions with its text, to which masks were added; a span that
   * touches one of them is left out.
   *
   * @param text with the further masks
   * @param offsets from the text as it stood to this one
   */
  void move(String itemId, String text, OffsetMap offsets);

  /** Forgets the suggestions of a batch whose rows are read again, which brings them back. */
  void forget(String batchId);
}

package io.touchstone.inspection.items;

import io.touchstone.ingestion.object.ItemObjects;
import io.touchstone.platform.security.Caller;
import io.touchstone.platform.security.Role;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Refusal;
import io.touchstone.platform.web.ServedFile;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The items behind a batch's figures. */
@Api
class BatchItemsController {

  private static final int MOST_LABELS = 2;

  private final BatchItems items;

  BatchItemsController(BatchItems items) {
    this.items = items;
  }

  /**
   * What is looked for; what is left out does not narrow.
   *
   * @param text part of the text in any case, or an item id, or a row number
   * @param state "settled" or "open" of an item; "rejected", "duplicate" or "quarantined" of a row
   * @param label stable id of the label that the verdict names
   * @param said one label that somebody gave, two that met on the item, or one twice when two
   *     people gave it
   * @param rule a kind of mask, "EMAIL", or the code of a routing rule, "tie"
   * @param pass of routing, with a rule of it
   * @param person pseudonym of somebody who judged it; auditors may give a user id
   * @param sample "drawn" or "wrong" of the items that a reviewer looked at blind
   * @param after {@code next} of the page before
   */
  record Search(
      Optional<String> text,
      Optional<String> state,
      Optional<String> label,
      Optional<List<String>> said,
      Optional<String> rule,
      Optional<Integer> pass,
      Optional<String> person,
      Optional<String> sample,
      Optional<String> after) {

    ItemFilter of(String batchId) {
      Optional<String> status =
          state.filter(List.of("rejected", "duplicate", "quarantined")::contains);
      if (status.isEmpty() && !List.of("", "open", "settled").contains(state.orElse(""))) {
        throw new Refusal(
            422,
            "unknown-state",
            "The state of a row is open, settled, rejected, duplicate or quarantined.");
      }
      if (said.orElse(List.of()).size() > MOST_LABELS) {
        throw new Refusal(422, "too-many-labels", "Name one label, or two that met on an item.");
      }
      return new ItemFilter(
          batchId,
          Optional.empty(),
          given(text),
          status,
          given(state).filter(each -> status.isEmpty()).map("settled"::equals),
          Optional.empty(),
          given(label),
          said.orElse(List.of()),
          given(rule),
          given(rule).flatMap(each -> pass),
          given(person),
          given(sample),
          after.map(ItemFilter.Position::of));
    }

    private static Optional<String> given(Optional<String> value) {
      return value.map(String::strip).filter(each -> !each.isEmpty());
    }
  }

  /**
   * A page of items in the order in which their rows were received. A POST, because texts that are
   * looked for or read must not stand in an address.
   */
  @PostMapping("/batches/{id}/items/search")
  BatchItems.FoundPage search(@PathVariable String id, @RequestBody Search search, Caller caller) {
    mustRead(caller);
    return items.find(search.of(id), named(caller), caller.id());
  }

  /** One item with its whole text. A POST, because reading it leaves a trace. */
  @PostMapping("/batches/{id}/items/{item}/view")
  BatchItems.Opened view(@PathVariable String id, @PathVariable String item, Caller caller) {
    mustRead(caller);
    return items.open(id, item, named(caller), caller.id());
  }

  /** The picture, recording or document that an item is. */
  @GetMapping("/batches/{id}/items/{item}/object")
  ResponseEntity<Resource> object(
      @PathVariable String id, @PathVariable String item, Caller caller) {
    mustRead(caller);
    ItemObjects.Content content = items.object(id, item);
    return ServedFile.of(content.mediaType(), content.bytes(), content.content());
  }

  /** Whether the caller may open items. */
  record Access(boolean mayOpenItems) {}

  /** Anybody may ask for himself. */
  @GetMapping("/batches/items/access")
  Access access(Caller caller) {
    return new Access(caller.mayActAs(Role.DATA_MANAGER, Role.AUDITOR) && !labels(caller));
  }

  private static void mustRead(Caller caller) {
    caller.mustBe("open items", Role.DATA_MANAGER, Role.AUDITOR);
    if (labels(caller)) {
      throw new Refusal(
          403,
          "reader-labels",
          "You label or review items, so you may not open those of others: their answers would show"
              + " you what to say. Ask an administrator for a second login that only manages.");
    }
  }

  private static boolean labels(Caller caller) {
    return caller.is(Role.ANNOTATOR) || caller.is(Role.REVIEWER);
  }

  private static boolean named(Caller caller) {
    return caller.mayActAs(Role.AUDITOR);
  }
}

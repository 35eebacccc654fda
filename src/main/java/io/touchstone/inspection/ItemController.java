package io.touchstone.inspection;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.web.Api;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One item, from the row it came from to the dataset versions it is in. */
@Api
class ItemController {

  private final Items items;

  ItemController(Items items) {
    this.items = items;
  }

  @GetMapping("/audit/items/{id}")
  ItemRecord item(@PathVariable String id, Caller caller) {
    Auditor.require(caller);
    return items.record(id);
  }

  /** The de-identified text. */
  record ItemText(String text) {}

  /** A POST, because reading the text leaves a trace. */
  @PostMapping("/audit/items/{id}/text")
  ItemText text(@PathVariable String id, Caller caller) {
    Auditor.require(caller);
    return new ItemText(items.text(id, caller.id()));
  }
}

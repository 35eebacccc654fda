package io.touchstone.ingestion.item;

import io.touchstone.platform.database.BulkCopy;
import io.touchstone.project.Tie;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** What items are tied to, as keyed hashes. */
@Repository
public class ItemTieRepository {

  private final BulkCopy bulk;

  ItemTieRepository(BulkCopy bulk) {
    this.bulk = bulk;
  }

  /** Keeps what new items are tied to, where that is anything. */
  public void store(List<NewItem> items) {
    List<List<Object>> rows =
        items.stream()
            .filter(item -> !item.ties().isEmpty())
            .map(
                item ->
                    List.<Object>of(
                        item.id(),
                        hash(item, Tie.SOURCE),
                        hash(item, Tie.DEPARTMENT),
                        hash(item, Tie.AUTHOR),
                        hash(item, Tie.SUBJECT)))
            .toList();
    if (!rows.isEmpty()) {
      bulk.insert("touchstone.item_tie (item_id, source, department, author, subject)", rows);
    }
  }

  private static Optional<String> hash(NewItem item, Tie tie) {
    return Optional.ofNullable(item.ties().get(tie));
  }
}

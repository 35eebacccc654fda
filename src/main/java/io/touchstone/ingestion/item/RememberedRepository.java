package io.touchstone.ingestion.item;

import com.fasterxml.jackson.core.type.TypeReference;
import io.touchstone.deidentification.operator.Remembered;
import io.touchstone.platform.database.BulkCopy;
import io.touchstone.platform.database.Json;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What further replacements in items need, while their raw text can still be read. */
@Repository
public class RememberedRepository {

  private static final TypeReference<Map<String, Map<String, Integer>>> NUMBERS =
      new TypeReference<>() {};

  private final JdbcClient database;
  private final BulkCopy bulk;
  private final Json json;

  RememberedRepository(JdbcClient database, BulkCopy bulk, Json json) {
    this.database = database;
    this.bulk = bulk;
    this.json = json;
  }

  /** Keeps what new items remember, where there is anything. */
  public void store(List<NewItem> items) {
    List<List<Object>> rows =
        items.stream()
            .filter(item -> !item.remembered().equals(Remembered.NOTHING))
            .map(
                item ->
                    List.<Object>of(
                        item.id(),
                        item.remembered().item(),
                        item.remembered().owner(),
                        json.write(item.remembered().numbers())))
            .toList();
    if (!rows.isEmpty()) {
      bulk.insert("touchstone.item_replacing (item_id, item, owner, numbers)", rows);
    }
  }

  private static final String OF =
      """
      select item_id, item, owner, numbers from touchstone.item_replacing
      where item_id = any (:items)
      """;

  /** By item; an item that is not in it remembers nothing. */
  public Map<String, Remembered> of(Collection<String> itemIds) {
    Map<String, Remembered> remembered = new HashMap<>();
    database
        .sql(OF)
        .param("items", itemIds.toArray(String[]::new))
        .query(
            row -> {
              remembered.put(
                  row.getString("item_id"),
                  new Remembered(
                      row.getString("item"),
                      row.getString("owner"),
                      json.read(row.getString("numbers"), NUMBERS)));
            });
    return remembered;
  }

  private static final String UPDATE =
      """
      update touchstone.item_replacing set numbers = :numbers::jsonb where item_id = :item
      """;

  /** Keeps the numbers that were given since. */
  public void update(String itemId, Remembered remembered) {
    database
        .sql(UPDATE)
        .param("item", itemId)
        .param("numbers", json.write(remembered.numbers()))
        .update();
  }
}

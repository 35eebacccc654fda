package io.touchstone.ingestion.object;

import io.touchstone.deidentification.cleaning.DoubtfulPlace;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.ingestion.object.ObjectOutcome.Details;
import io.touchstone.platform.database.Json;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cleaned objects of items, and what the manifest says of objects. */
@Repository
public class ItemObjectRepository {

  private final JdbcClient database;
  private final Json json;

  ItemObjectRepository(JdbcClient database, Json json) {
    this.database = database;
    this.json = json;
  }

  private static final String SAVE =
      """
      insert into touchstone.item_object
        (item_id, media_type, batch_id, object_id, bytes, sha256, asides)
      values (:item, :type, :batch, :object, :bytes, :sha256, :asides)
      on conflict (item_id) do update
      set media_type = :type, object_id = :object, bytes = :bytes, sha256 = :sha256,
          asides = :asides
      """;

  /** Notes what an item's object is from now on. */
  void save(ItemObject object) {
    database
        .sql(SAVE)
        .param("item", object.itemId())
        .param("type", object.mediaType())
        .param("batch", object.batchId())
        .param("object", object.objectId())
        .param("bytes", object.bytes())
        .param("sha256", object.sha256())
        .param("asides", object.asides())
        .update();
  }

  private static final String DOUBT =
      """
      update touchstone.item_object set doubtful_places = :places::jsonb where item_id = :item
      """;

  /** Notes where a person should look at an item's picture. */
  void doubt(String itemId, List<DoubtfulPlace> places) {
    database.sql(DOUBT).param("places", json.write(places)).param("item", itemId).update();
  }

  private static final String FIND =
      """
      select o.item_id, i.project_key, o.media_type, o.batch_id, o.object_id, o.bytes, o.sha256,
             o.asides
      from touchstone.item_object o join touchstone.item i on i.id = o.item_id
      where o.item_id = any (:items)
      """;

  /** Objects by item; items that are texts alone are not in it. */
  public Map<String, ItemObject> of(Collection<String> itemIds) {
    Map<String, ItemObject> objects = new HashMap<>();
    database
        .sql(FIND)
        .param("items", itemIds.toArray(String[]::new))
        .query(
            row -> {
              objects.put(
                  row.getString("item_id"),
                  new ItemObject(
                      row.getString("item_id"),
                      row.getString("project_key"),
                      row.getString("media_type"),
                      row.getString("batch_id"),
                      row.getString("object_id"),
                      row.getLong("bytes"),
                      row.getString("sha256"),
                      row.getString("asides")));
            });
    return objects;
  }

  public Optional<ItemObject> find(String itemId) {
    return Optional.ofNullable(of(List.of(itemId)).get(itemId));
  }

  private static final String REMOVE =
      """
      delete from touchstone.item_object where item_id = :item
      """;

  private static final String WITHDRAWN =
      """
      update touchstone.item set text = '[WITHDRAWN]' where id = :item and text = ''
      """;

  /** From now on the item is its text alone, or says so; the object itself is swept up. */
  public void remove(String itemId) {
    database.sql(REMOVE).param("item", itemId).update();
    database.sql(WITHDRAWN).param("item", itemId).update();
  }

  private static final String DESCRIBE =
      """
      insert into touchstone.object_entry
        (source_id, row_number, media_type, removed, doubtful, unread_pictures, seen_words,
         lost_words, parts, path)
      values (:source, :row, :type, :removed::jsonb, :doubtful, :unread, :seen, :lost,
              :parts::jsonb, :path)
      """;

  /**
   * Adds to a manifest entry what is said of an object.
   *
   * @param path its number in each archive, from the outermost, where it lies in several
   */
  void describe(String sourceId, long number, Details details, List<Integer> path) {
    database
        .sql(DESCRIBE)
        .param("source", sourceId)
        .param("row", number)
        .param("type", details.type().map(ObjectType::mediaType).orElse(null))
        .param("removed", json.write(details.removed()))
        .param("doubtful", details.doubtful())
        .param("unread", details.unreadPictures())
        .param("seen", details.loss().seen())
        .param("lost", details.loss().lost())
        .param("parts", json.write(details.parts()))
        .param("path", path.toArray(Integer[]::new))
        .update();
  }
}

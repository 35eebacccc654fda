package io.touchstone.inspection.items;

import io.touchstone.project.StoredAnswers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands in items and what people said of them. */
@Repository
class ItemAnswerRepository {

  private static final int EXCERPT = 300;
  private static final int BEFORE = 80;

  private final JdbcClient database;
  private final StoredAnswers answers;

  ItemAnswerRepository(JdbcClient database, StoredAnswers answers) {
    this.database = database;
    this.answers = answers;
  }

  private static final String CURRENT =
      """
      select j.item_id, j.annotator_id, j.role, touchstone.answers_of_judgement(j.id) as answers
      from touchstone.current_judgement j
      where j.item_id = any (:items::text[]) and j.batch_id = :batch
        and (j.role = 'annotator' or j.item_id = any (:settled::text[]))
      order by j.assignment_id
      """;

  /**
   * Current answers.
   *
   * @param settled those of the items of which a reviewer's answer is wanted too
   */
  List<ItemAnswer> of(String batchId, List<String> items, List<String> settled) {
    return database
        .sql(CURRENT)
        .param("batch", batchId)
        .param("items", items.toArray(String[]::new))
        .param("settled", settled.toArray(String[]::new))
        .query(
            (row, number) ->
                new ItemAnswer(
                    row.getString("item_id"),
                    row.getString("annotator_id"),
                    row.getString("role"),
                    answers.read(row).orElseThrow()))
        .list();
  }

  private static final String PEOPLE =
      """
      select distinct annotator_id from touchstone.work_package where batch_id = :batch
      """;

  /** User ids of those who got work of the batch. */
  List<String> people(String batchId) {
    return database.sql(PEOPLE).param("batch", batchId).query(String.class).list();
  }

  private static final String EXCERPTS =
      """
      select i.id, o.media_type,
             substr(i.text, greatest(1, position(lower(:text) in lower(i.text)) - :before), :length)
               as excerpt
      from touchstone.item i left join touchstone.item_object o on o.item_id = i.id
      where i.id = any (:items::text[])
      """;

  /** Part of an item's text, and what else it is. */
  record Excerpt(String text, Optional<String> mediaType) {}

  /**
   * Beginnings of texts by item id.
   *
   * @param around where present and in a text, the part around it
   */
  Map<String, Excerpt> excerpts(List<String> items, Optional<String> around) {
    Map<String, Excerpt> excerpts = new HashMap<>();
    database
        .sql(EXCERPTS)
        .param("items", items.toArray(String[]::new))
        .param("text", around.orElse(""))
        .param("before", BEFORE)
        .param("length", EXCERPT)
        .query(
            row -> {
              excerpts.put(
                  row.getString("id"),
                  new Excerpt(
                      row.getString("excerpt"), Optional.ofNullable(row.getString("media_type"))));
            });
    return excerpts;
  }

  private static final String TEXT =
      """
      select text from touchstone.item where id = :item
      """;

  String text(String itemId) {
    return database.sql(TEXT).param("item", itemId).query(String.class).single();
  }
}

package io.touchstone.road;

import io.touchstone.ingestion.review.PrivacyReviewDesk;
import io.touchstone.platform.security.Caller;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A simulated privacy officer, who knows of a string that leaks and of the invented leaks. */
record PrivacyOfficer(BeanFactory beans, Caller caller) {

  private static final String PLANTED =
      """
      select p.review_item_id as id, p.value from touchstone.privacy_plant p
      join touchstone.privacy_review_item d on d.id = p.review_item_id where d.batch_id = ?
      """;

  /** What the officer sees of a task. */
  PrivacyReviewDesk.Review open(String task) {
    return desk().open(task, caller);
  }

  /**
   * Marks a string as a missed name wherever it first stands in an item of the sample, and the
   * first invented leaks, finds the other items clean and submits.
   *
   * @param missed empty for nothing
   * @param plantsSeen how many of the invented leaks
   */
  void review(String batch, String task, String missed, int plantsSeen) {
    Map<String, String> planted = planted(batch);
    int seen = 0;
    for (PrivacyReviewDesk.ReviewItem item : open(task).items()) {
      List<PrivacyReviewDesk.Selected> spans = new ArrayList<>();
      int at = missed.isEmpty() ? -1 : item.text().indexOf(missed);
      if (at >= 0) {
        spans.add(selected(item.text(), at, missed));
      }
      String plant = planted.get(item.id());
      if (plant != null && seen < plantsSeen && !plant.contains(missed.isEmpty() ? "-" : missed)) {
        spans.add(selected(item.text(), item.text().indexOf(plant), plant));
        seen++;
      }
      PrivacyReviewDesk.Decision decision =
          spans.isEmpty() ? PrivacyReviewDesk.Decision.CLEAN : PrivacyReviewDesk.Decision.MISSED;
      desk().decide(task, item.id(), decision, spans, caller);
    }
    desk().submit(task, caller);
  }

  /** The invented leaks on the batch's sheets, by the ids of their copies. */
  Map<String, String> planted(String batch) {
    Map<String, String> planted = new LinkedHashMap<>();
    beans
        .getBean(JdbcClient.class)
        .sql(PLANTED)
        .param(batch)
        .query(
            row -> {
              planted.put(row.getString("id"), row.getString("value"));
            });
    return planted;
  }

  private static PrivacyReviewDesk.Selected selected(String text, int at, String missed) {
    int start = text.codePointCount(0, at);
    int length = missed.codePointCount(0, missed.length());
    return new PrivacyReviewDesk.Selected(start, start + length, missed, "NAME");
  }

  private PrivacyReviewDesk desk() {
    return beans.getBean(PrivacyReviewDesk.class);
  }
}

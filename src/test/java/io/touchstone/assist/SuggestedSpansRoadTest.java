package io.touchstone.assist;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.annotation.Work;
import io.touchstone.annotation.WorkDesk;
import io.touchstone.answer.spans.SpanSet;
import io.touchstone.project.TestProjects.Options;
import io.touchstone.road.Road;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Suggested spans from the row to the judgement. */
class SuggestedSpansRoadTest extends IntegrationTest {

  @Autowired private BeanFactory beans;
  @Autowired private WorkDesk desk;
  @Autowired private JdbcClient database;

  /** "Call 020 7946 0001. Give ibuprofen 1 mg": number, drug and dose are suggested. */
  @Test
  void suggested_spans_lie_where_people_see_them_and_never_on_what_was_removed() {
    Road road = Road.ofSpans(beans, Options.standard().annotatorsPerItem(1)).annotators("ada");
    road.receiveLines(IntStream.rangeClosed(1, 9).mapToObj(i -> row(i)).collect(joining()))
        .untilItRests();
    Work work = road.workOf("ada").orElseThrow();

    assertThat(work.items()).extracting(Work.WorkItem::text).allMatch(t -> t.contains("[PHONE]"));
    assertThat(work.items()).anyMatch(item -> item.suggestion().isPresent());
    for (Work.WorkItem item : work.items()) {
      SpanSet shown =
          item.suggestion()
              .map(each -> (SpanSet) each.answer())
              .orElseGet(() -> new SpanSet(List.of()));
      WorkDesk.Said said = WorkDesk.Said.of(shown);
      assertThat(shown.spans())
          .allSatisfy(
              span -> {
                assertThat(item.text().substring(span.start(), span.end())).isEqualTo(span.text());
                assertThat(span.text()).doesNotContain("PHONE");
              });
      desk.saveDraft(
          road.person("ada"),
          work.packageId(),
          item.assignment(),
          0,
          item.suggestion().isPresent() ? said.takenOver() : said,
          12);
    }
    road.submit("ada", work);

    assertThat(dropped(road)).as("one of each").isEqualTo(9);
    assertThat(
            database
                .sql(
                    """
                    select count(*) filter (where n.accepted and not n.edited)
                           = count(*) filter (where n.arm <> 'blind')
                    from touchstone.judgement_assist n
                    join touchstone.judgement j on j.id = n.judgement_id where j.batch_id = ?
                    """)
                .param(road.batchId())
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void a_suggestion_of_nothing_but_removed_text_is_shown_to_nobody() {
    Road road = Road.ofSpans(beans, Options.standard().annotatorsPerItem(1)).annotators("ada");
    road.receiveLines(
            "{\"id\": \"r1\", \"text\": \"Call 020 7946 0001.\", \"suggestions\": [{\"spans\":"
                + " [{\"start\": 5, \"end\": 18, \"label\": \"drug\"}], \"score\": 0.9, \"model\":"
                + " \"m\", \"version\": \"1\"}]}\n")
        .untilItRests();

    assertThat(dropped(road)).isEqualTo(1);
    assertThat(
            database
                .sql("select count(*) from touchstone.assignment_arm where batch_id = ?")
                .param(road.batchId())
                .query(Long.class)
                .single())
        .isZero();
  }

  private static String row(int i) {
    return """
        {"id": "r%d", "text": "Call 020 7946 000%d. Give ibuprofen %d mg", "suggestions": [
         {"spans": [{"start": 5, "end": 18, "label": "drug"},
                    {"start": 25, "end": 34, "label": "drug", "text": "ibuprofen"},
                    {"start": 35, "end": 39, "label": "dose"}],
          "score": 0.9, "model": "tarn-marker", "version": "1"}]}
        """
            .formatted(i, i, i)
            .replace("\n", "")
        + "\n";
  }

  private long dropped(Road road) {
    return database
        .sql("select sum(dropped_spans) from touchstone.suggestion where batch_id = ?")
        .param(road.batchId())
        .query(Long.class)
        .single();
  }
}

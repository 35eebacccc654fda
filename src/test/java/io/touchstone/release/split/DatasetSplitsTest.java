package io.touchstone.release.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.project.Splits;
import io.touchstone.release.ReleaseFixture;
import io.touchstone.release.Samples;
import io.touchstone.release.approval.Approvals;
import io.touchstone.release.build.DatasetBuilder;
import io.touchstone.release.format.ProcessOrigin;
import io.touchstone.release.format.jsonl.JsonLinesReader;
import io.touchstone.release.publication.Publishing;
import io.touchstone.release.roundtrip.RoundTrip;
import io.touchstone.release.roundtrip.RoundTripCheck;
import io.touchstone.release.version.Check;
import io.touchstone.release.version.DatasetFiles;
import io.touchstone.release.version.DatasetVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A dataset that is divided for training and testing, version after version. */
class DatasetSplitsTest extends IntegrationTest {

  private static final AtomicInteger PROJECTS = new AtomicInteger();
  private static final ProcessOrigin ORIGIN =
      new ProcessOrigin("annotation-pipeline", 1, "d00d", "any");

  @Autowired private BeanFactory beans;
  @Autowired private JdbcClient database;
  @Autowired private DatasetBuilder builder;
  @Autowired private RoundTripCheck check;
  @Autowired private Approvals approvals;
  @Autowired private Publishing publishing;
  @Autowired private DatasetFiles files;

  private String project;
  private ReleaseFixture fixture;
  private String batch;

  /** Twenty items, the first six of which are one group. */
  @BeforeEach
  void a_batch_of_a_project_whose_datasets_are_divided() {
    Map<String, Double> percent = new LinkedHashMap<>();
    percent.put("train", 70.);
    percent.put("test", 30.);
    project = "divided" + PROJECTS.incrementAndGet();
    fixture = new ReleaseFixture(beans, project);
    fixture.project(Samples.LABELS, new Splits(percent));
    batch = fixture.batch(1, "sue", 1);
    for (int row = 1; row <= 20; row++) {
      fixture.item(batch, row, "ticket " + row, row % 2 == 0 ? "billing" : "outage");
    }
    String[] group = new String[6];
    for (int row = 1; row <= 6; row++) {
      group[row - 1] = ReleaseFixture.itemId(batch, row);
    }
    fixture.group(1, group);
  }

  private static Map<String, String> splits(Path staged) throws IOException {
    Map<String, String> splits = new HashMap<>();
    for (Path file : JsonLinesReader.files(staged)) {
      try (JsonLinesReader.Records records = JsonLinesReader.records(file)) {
        records.forEachRemaining(
            record -> {
              assertThat(record.split()).contains(JsonLinesReader.splitOf(file));
              splits.put(record.id(), JsonLinesReader.splitOf(file));
            });
      }
    }
    return splits;
  }

  private void publish(String of) {
    RoundTrip outcome = check.check(of);
    assertThat(outcome.checks()).allMatch(Check::passed);
    approvals.approve(of, "tom", "");
    publishing.publish(of);
  }

  @Test
  void groups_stay_whole_shares_are_kept_and_no_item_changes_its_part() throws Exception {
    builder.build(batch, ORIGIN);
    Map<String, String> first = splits(files.staging(batch));
    publish(batch);
    String second = fixture.batch(2, "sue", 1);
    for (int row = 1; row <= 20; row++) {
      fixture.item(second, row, "later " + row, row % 2 == 0 ? "billing" : "outage");
    }
    String like = ReleaseFixture.itemId(second, 1);
    fixture.group(1, like);
    builder.build(second, ORIGIN);
    Map<String, String> then = splits(files.staging(second));
    publish(second);

    List<String> group = new ArrayList<>();
    for (int row = 1; row <= 6; row++) {
      group.add(first.get(ReleaseFixture.itemId(batch, row)));
    }
    assertThat(group).containsOnly(group.get(0));
    assertThat(first.values()).filteredOn("train"::equals).hasSize(14);
    assertThat(then).hasSize(40).containsAllEntriesOf(first);
    assertThat(then.get(like)).isEqualTo(group.get(0));
    assertThat(then.values()).filteredOn("train"::equals).hasSize(28);
    Path published = files.workTree(project).resolve(project);
    assertThat(Files.readString(published.resolve("README.md")))
        .contains("| train | 28 | 70.0 % | 70.0 % |", "| test | 12 | 30.0 % | 30.0 % |");
  }

  @Test
  void a_draft_that_is_built_again_is_the_same() throws Exception {
    DatasetVersion draft = builder.build(batch, ORIGIN);
    builder.discard(batch);

    assertThat(builder.build(batch, ORIGIN).rootSha256()).isEqualTo(draft.rootSha256());
    builder.discard(batch);
    assertThat(check.check(batch).exact()).isTrue();
  }

  /** Nothing can be done about what is published; what is not is still checked. */
  @Test
  void a_later_item_that_joins_two_published_ones_of_two_parts_holds_nothing_up() throws Exception {
    builder.build(batch, ORIGIN);
    Map<String, String> first = splits(files.staging(batch));
    publish(batch);
    String inTrain = ofPart(first, "train");
    String inTest = ofPart(first, "test");
    String second = fixture.batch(2, "sue", 1);
    String between = fixture.item(second, 1, "later", "billing");
    fixture.group(9, inTrain, inTest, between);

    builder.build(second, ORIGIN);

    assertThat(splits(files.staging(second)).get(between)).isEqualTo("train");
    assertThat(check.check(second).leakingRecords()).isZero();
  }

  private String ofPart(Map<String, String> splits, String part) {
    for (int row = 7; row <= 20; row++) {
      String id = ReleaseFixture.itemId(batch, row);
      if (splits.get(id).equals(part)) {
        return id;
      }
    }
    throw new AssertionError("nothing is in " + part);
  }

  @Test
  void a_group_that_is_parted_all_the_same_does_not_pass() {
    builder.build(batch, ORIGIN);
    database
        .sql("select item_id from touchstone.dataset_split where dataset = ? and split = 'test'")
        .param(project)
        .query(String.class)
        .list()
        .forEach(item -> fixture.group(1, item));

    assertThat(check.check(batch).leakingRecords()).isPositive();
  }
}

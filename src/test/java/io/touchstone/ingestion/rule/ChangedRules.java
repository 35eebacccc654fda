package io.touchstone.ingestion.rule;

import io.touchstone.ingestion.gold.MaskedGold;
import io.touchstone.project.GoldSink;
import io.touchstone.project.Projects;
import io.touchstone.project.TestProjects;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** A start that reads a project's rules, as a test speaks of it. */
public final class ChangedRules {

  private final BeanFactory beans;
  private final String project;

  /** The rules of the project as they are now, read by a start. */
  public ChangedRules(BeanFactory beans, String project) {
    this.beans = beans;
    this.project = project;
    isRead();
  }

  /** From now on this name is removed from the project's texts. */
  public ChangedRules removes(String name) {
    TestProjects.change(beans, project, "{\"names\": [\"%s\"]}".formatted(name));
    return this;
  }

  /** A start reads the rules; the id of the search that it begins. */
  public Optional<String> isRead() {
    return beans
        .getBean(TransactionTemplate.class)
        .execute(
            status ->
                beans
                    .getBean(RuleSearches.class)
                    .begin(beans.getBean(Projects.class).require(project)));
  }

  /** A start reads the project's gold under its rules as they are now. */
  public ChangedRules goldIsRead(List<GoldSink.GoldLine> lines) {
    beans
        .getBean(GoldSink.class)
        .load(beans.getBean(Projects.class).require(project), "gold.jsonl", lines);
    return this;
  }

  /** What waits for a decision in a review of masked gold: "id text answerable". */
  public List<String> masked(String review) {
    MaskedGold gold = beans.getBean(MaskedGold.class);
    return gold.items(gold.require(review)).stream()
        .map(item -> item.itemId() + " " + item.text() + " " + item.answerable())
        .toList();
  }

  /** "batch published kind items hits" of what a search has found. */
  public List<String> found(String search) {
    return beans.getBean(RuleSearchRepository.class).groups(search).stream()
        .map(
            group ->
                "%s %s %s %d %d"
                    .formatted(
                        group.batchId(),
                        group.published(),
                        group.kind(),
                        group.items(),
                        group.hits()))
        .toList();
  }

  /** What stands at the places that a search has found. */
  public List<String> strings(String search) {
    return beans.getBean(RuleSearchRepository.class).places(search, 100).stream()
        .map(RuleSearchController.PlaceView::of)
        .map(RuleSearchController.PlaceView::found)
        .toList();
  }
}

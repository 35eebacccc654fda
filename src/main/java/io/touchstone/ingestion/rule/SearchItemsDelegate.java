package io.touchstone.ingestion.rule;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Search items": the next chunk of what was made under older rules. */
@Component("searchItemsDelegate")
class SearchItemsDelegate implements JavaDelegate {

  private final RuleSearches searches;

  SearchItemsDelegate(RuleSearches searches) {
    this.searches = searches;
  }

  @Override
  public void execute(DelegateExecution execution) {
    RuleSearches.Progress progress = searches.searchChunk(execution.getProcessBusinessKey());
    execution.setVariable("moreToSearch", progress.more());
    execution.setVariable("hits", progress.hits());
  }
}

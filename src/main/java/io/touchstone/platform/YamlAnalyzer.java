package io.touchstone.platform;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in which line a settings file is no YAML. */
class YamlAnalyzer extends AbstractFailureAnalyzer<MarkedYAMLException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, MarkedYAMLException broken) {
    int line = broken.getProblemMark() == null ? 0 : broken.getProblemMark().getLine() + 1;
    return new FailureAnalysis(
        "A settings file (config/application.yaml, or that of a profile) is no YAML: line "
            + line
            + ": "
            + broken.getProblem()
            + ".",
        "Mend that line; indentation is by spaces, a text with a colon stands in quotes.",
        broken);
  }
}

package io.touchstone.platform.engine.code;

import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/** Evaluates tables outside the process engine, under the same limits as within it. */
public final class TableEngine {

  private TableEngine() {}

  /** An engine whose tables reach what the product names, and run no scripts. */
  public static DmnEngine of(NamedCode code) {
    DefaultDmnEngineConfiguration configuration =
        (DefaultDmnEngineConfiguration)
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
    configuration.setScriptEngineResolver(new NoScripts());
    configuration.setElProvider(new NamedExpressions(code).toElProvider());
    return configuration.buildEngine();
  }
}

package io.touchstone.platform.engine.code;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.dmn.engine.impl.spi.el.DmnScriptEngineResolver;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** A script would run with all rights of the product, so none runs, in whatever language. */
public final class NoScripts implements ScriptEngineResolver, DmnScriptEngineResolver {

  private final ScriptEngineManager none = new ScriptEngineManager(null);

  @Override
  public void addScriptEngineFactory(ScriptEngineFactory factory) {}

  @Override
  public ScriptEngineManager getScriptEngineManager() {
    return none;
  }

  @Override
  public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
    throw new ProcessEngineException(
        "The product runs no scripts, of the language " + language + " neither.");
  }

  @Override
  public ScriptEngine getScriptEngineForLanguage(String language) {
    return getScriptEngine(language, false);
  }
}

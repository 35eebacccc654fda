package io.touchstone.platform;

import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says which {@code touchstone.*} setting is not known and where it stands; never its value. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class SettingsAnalyzer extends AbstractFailureAnalyzer<UnboundConfigurationPropertiesException> {

  @Override
  protected FailureAnalysis analyze(
      Throwable root, UnboundConfigurationPropertiesException unbound) {
    String unknown =
        unbound.getUnboundProperties().stream()
            .map(SettingsAnalyzer::where)
            .collect(Collectors.joining("; "));
    return new FailureAnalysis(
        "A setting is not known: " + unknown + ".",
        "Correct or remove it; config/application.yaml explains every setting.",
        unbound);
  }

  private static String where(ConfigurationProperty property) {
    String origin = property.getOrigin() == null ? "" : ", " + property.getOrigin();
    return property.getName() + origin;
  }
}

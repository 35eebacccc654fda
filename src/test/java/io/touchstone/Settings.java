package io.touchstone;

import io.touchstone.platform.TouchstoneSettings;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The settings as a file would give them; whatever is not named has its default. */
public final class Settings {

  private Settings() {}

  /**
   * Binds settings.
   *
   * @param entries names below {@code touchstone} and values by turns
   */
  public static TouchstoneSettings of(Object... entries) {
    Map<String, String> all = new HashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      all.put("touchstone." + entries[i], entries[i + 1].toString());
    }
    return new Binder(new MapConfigurationPropertySource(all))
        .bindOrCreate("touchstone", TouchstoneSettings.class);
  }
}

package io.touchstone.deidentification.cleaning.office.loss;

import java.util.Set;
import org.xml.sax.Attributes;

/** What is seen of a slide. */
final class SeenSlideText extends SeenText {

  @Override
  Set<String> holders() {
    return Set.of("t");
  }

  @Override
  Set<String> skipped() {
    return Set.of("Fallback", "extLst");
  }

  @Override
  Set<String> blocks() {
    return Set.of("p", "br", "tc");
  }

  @Override
  void begin(String name, Attributes given) {
    if (name.equals("sld") && value(given, "show").filter(show -> !isOn(show)).isPresent()) {
      hide(0);
    } else if (name.equals("cNvPr")
        && value(given, "hidden").filter(SeenSlideText::isOn).isPresent()) {
      hide(2);
    } else if (name.equals("tc")
        && (value(given, "hMerge").filter(SeenSlideText::isOn).isPresent()
            || value(given, "vMerge").filter(SeenSlideText::isOn).isPresent())) {
      hide(0);
    }
  }

  private static boolean isOn(String value) {
    return value.equals("1") || value.equals("true") || value.equals("on");
  }
}

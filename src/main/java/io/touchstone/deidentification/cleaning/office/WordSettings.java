package io.touchstone.deidentification.cleaning.office;

import io.touchstone.deidentification.cleaning.office.xml.Element;
import java.util.List;
import java.util.Optional;

/** The few settings of a word processing document that change how its pages look. */
final class WordSettings {

  private static final List<String> BEFORE =
      List.of("w:mirrorMargins", "w:defaultTabStop", "w:autoHyphenation", "w:evenAndOddHeaders");

  private WordSettings() {}

  /** New settings with what stays of the old. */
  static Element reduced(Element settings) {
    Element reduced = new Element("w:settings");
    for (String name : BEFORE) {
      settings.child(name).ifPresent(reduced::add);
    }
    for (String name : List.of("w:footnotePr", "w:endnotePr")) {
      settings.child(name).ifPresent(reduced::add);
    }
    mode(settings)
        .ifPresent(
            mode ->
                reduced.add(
                    new Element("w:compat")
                        .add(
                            new Element(
                                "w:compatSetting",
                                "w:name",
                                "compatibilityMode",
                                "w:uri",
                                "http://schemas.microsoft.com/office/word",
                                "w:val",
                                mode))));
    return reduced;
  }

  private static Optional<String> mode(Element settings) {
    return settings.all("w:compatSetting").stream()
        .filter(e -> e.attribute("w:name").orElse("").equals("compatibilityMode"))
        .flatMap(e -> e.attribute("w:val").stream())
        .filter(mode -> mode.matches("1[0-9]"))
        .findFirst();
  }
}

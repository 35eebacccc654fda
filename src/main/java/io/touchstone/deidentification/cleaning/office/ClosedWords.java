package io.touchstone.deidentification.cleaning.office;

import io.touchstone.deidentification.cleaning.office.part.Styles;
import io.touchstone.deidentification.cleaning.office.part.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Values of attributes that say nothing of anybody, because they come from closed lists: words of
 * the formats' standards, known fonts and styles, and the names that parts get here. Some of them
 * read as names of people.
 */
final class ClosedWords {

  private static final Set<String> WORDS = words();

  private static final Pattern PART =
      Pattern.compile(
          "/?(?:word/|xl/|ppt/)?(?:(?:theme|media|charts|worksheets|drawings|slides|slideLayouts"
              + "|slideMasters|Pictures|META-INF)/)?(?:_rels/)?(?:document|styles|numbering|settings"
              + "|footnotes|endnotes|header|footer|theme|image|chart|sheet|drawing|sharedStrings"
              + "|workbook|presentation|slide|slideLayout|slideMaster|content|manifest)?[0-9]*"
              + "\\.?(?:xml|rels|png|jpg|gif|tif)?(?:\\.rels)?|\\[Content_Types\\]\\.xml|mimetype");

  private ClosedWords() {}

  private static Set<String> words() {
    Set<String> words = new HashSet<>();
    words.addAll(Vocabulary.lines("fonts.txt"));
    Stream.concat(
            Vocabulary.lines("ooxml.txt").stream().filter(line -> line.startsWith("=")),
            Vocabulary.lines("odt.txt").stream().filter(line -> line.startsWith("w")))
        .map(line -> List.of(line.split(" ")))
        .forEach(line -> words.addAll(line.subList(1, line.size())));
    return words.stream().collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a value is on a closed list. */
  static boolean has(String value) {
    return WORDS.contains(value)
        || WORDS.contains(value.replaceAll("^'|'$", "").replaceAll("[0-9]$", ""))
        || Styles.isBuiltIn(value)
        || OdtVocabulary.isBuiltIn(value)
        || PART.matcher(value).matches();
  }
}

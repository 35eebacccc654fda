package io.touchstone.ingestion.cleaning.image;

import com.drew.lang.KeyValuePair;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.StringValue;
import com.drew.metadata.Tag;
import com.drew.metadata.file.FileTypeDirectory;
import com.drew.metadata.icc.IccDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whatever stands beside the pixels and can be read as text. */
final class MetadataText {

  private static final Pattern WORDS = Pattern.compile("[\\x20-\\x7e\\xa0-\\xff]{6,}");

  private MetadataText() {}

  /** Texts of all tags; numbers, such as width and height, are none. */
  static List<String> of(Metadata metadata) {
    List<String> texts = new ArrayList<>();
    for (Directory directory : metadata.getDirectories()) {
      if (directory instanceof FileTypeDirectory) {
        // Says what kind of file it is and stands in none.
        continue;
      }
      for (Tag tag : directory.getTags()) {
        if (!saysWhenColoursWereMeasured(directory, tag)) {
          text(directory.getObject(tag.getTagType())).forEach(texts::add);
        }
      }
      if (directory instanceof XmpDirectory xmp) {
        texts.addAll(xmp.getXmpProperties().values());
      }
    }
    return texts;
  }

  /** The date of a colour profile is its maker's and would look like one of the picture. */
  private static boolean saysWhenColoursWereMeasured(Directory directory, Tag tag) {
    return directory instanceof IccDirectory
        && tag.getTagType() == IccDirectory.TAG_PROFILE_DATETIME;
  }

  private static Stream<String> text(Object value) {
    if (value instanceof String || value instanceof StringValue) {
      return Stream.of(value.toString());
    }
    if (value instanceof byte[] bytes) {
      // Tables of colours are bytes, too; what reads like a word is looked at.
      return WORDS
          .matcher(new String(bytes, StandardCharsets.ISO_8859_1))
          .results()
          .map(MatchResult::group);
    }
    if (value instanceof Object[] values) {
      return Arrays.stream(values).flatMap(MetadataText::text);
    }
    if (value instanceof List<?> values) {
      return values.stream().flatMap(MetadataText::text);
    }
    if (value instanceof KeyValuePair pair) {
      return Stream.of(pair.getKey() + " " + pair.getValue());
    }
    return Stream.empty();
  }
}

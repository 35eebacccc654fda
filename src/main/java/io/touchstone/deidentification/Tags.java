package io.touchstone.deidentification;

import io.touchstone.deidentification.recogniser.EntityType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Knows the masks that a redacted text may hold; "[ANNA]" is none. */
public final class Tags {

  /** A number, or letters that stand for bytes: nothing that could be a value in disguise. */
  private static final String MORE = "(?:-[0-9]{1,6}|[:~][a-p]{16,9000})";

  private final Pattern tag;

  /**
   * @param types kinds of personal data beside those that a privacy officer chooses from
   */
  public Tags(Collection<EntityType> types) {
    TreeSet<EntityType> all = new TreeSet<>(EntityType.CHOICES);
    all.addAll(types);
    tag =
        Pattern.compile(
            all.stream()
                .map(EntityType::id)
                .collect(Collectors.joining("|", "\\[(?:", ")" + MORE + "?\\]")));
  }

  /** Where tags stand in a text. */
  public Places in(String text) {
    List<int[]> places = new ArrayList<>();
    if (text.indexOf('[') >= 0) {
      Matcher found = tag.matcher(text);
      while (found.find()) {
        places.add(new int[] {found.start(), found.end()});
      }
    }
    return new Places(places);
  }

  /** Starts and ends of tags in characters, in order. */
  public static final class Places {

    private final List<int[]> tags;

    private Places(List<int[]> tags) {
      this.tags = tags;
    }

    /** Whether a stretch has a character in common with a tag. */
    public boolean touches(int start, int end) {
      int low = 0;
      int high = tags.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (tags.get(middle)[1] > start) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low < tags.size() && tags.get(low)[0] < end;
    }
  }
}

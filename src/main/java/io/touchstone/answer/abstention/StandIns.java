package io.touchstone.answer.abstention;

import io.touchstone.answer.GivenAnswers;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands for abstentions where agreement is counted: on each item every one is a category of
 * its own, so that it agrees with no answer and with no other abstention. As one category they
 * would raise agreement where nobody answers anything, as missing values they would leave it as
 * high as those who did answer made it.
 */
public final class StandIns {

  private StandIns() {}

  /** The first, second, ... abstention on an item; no label has such an id. */
  public static String of(int number) {
    return GivenAnswers.ABSTAINED + number;
  }

  /** Whether a category stands for an abstention. */
  public static boolean isOne(String category) {
    return category.startsWith(GivenAnswers.ABSTAINED);
  }

  /** The categories of an item with its abstentions numbered from 1. */
  public static List<String> numbered(List<String> categories) {
    List<String> all = new ArrayList<>();
    int abstentions = 0;
    for (String category : categories) {
      all.add(isOne(category) ? of(++abstentions) : category);
    }
    return all;
  }
}

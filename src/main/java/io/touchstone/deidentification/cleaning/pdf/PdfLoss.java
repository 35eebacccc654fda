package io.touchstone.deidentification.cleaning.pdf;

import io.touchstone.deidentification.cleaning.AccountedWords;
import io.touchstone.deidentification.cleaning.AccountedWords.Missing;
import io.touchstone.deidentification.cleaning.WordLoss;
import io.touchstone.deidentification.cleaning.pdf.SeenWords.Word;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Counts the words that a page showed and that are nowhere any more. A word that is missing was
 * seen if the page looks other where it stood: what was invisible leaves no gap.
 */
final class PdfLoss {

  /** More pages are not drawn; what is missing on them counts as seen. */
  private static final int MOST_DRAWN = 60;

  private final PDDocument before;
  private final PDDocument after;

  private PdfLoss(PDDocument before, PDDocument after) {
    this.before = before;
    this.after = after;
  }

  static WordLoss of(PDDocument before, PDDocument after, AccountedWords elsewhere)
      throws IOException {
    return new PdfLoss(before, after).loss(elsewhere);
  }

  private WordLoss loss(AccountedWords elsewhere) throws IOException {
    List<List<Word>> seen = SeenWords.of(before);
    for (int page = 0; page < seen.size(); page++) {
      for (String written : WrittenOnPages.of(before.getPage(page))) {
        for (String word : AccountedWords.words(written)) {
          if (word.codePoints().anyMatch(Character::isLetter)) {
            seen.get(page).add(new Word(word, Optional.empty()));
          }
        }
      }
    }
    Map<Integer, List<Word>> missing = new TreeMap<>();
    for (Missing each : elsewhere.missing(texts(seen), texts(SeenWords.of(after)))) {
      missing
          .computeIfAbsent(each.page(), page -> new ArrayList<>())
          .add(seen.get(each.page()).get(each.place()));
    }
    int words = seen.stream().mapToInt(List::size).sum();
    int lost = 0;
    int drawn = 0;
    for (Map.Entry<Integer, List<Word>> page : missing.entrySet()) {
      boolean draws = drawn++ < MOST_DRAWN;
      int onPage = draws ? lost(page.getKey(), page.getValue()) : page.getValue().size();
      lost += onPage;
      words -= page.getValue().size() - onPage;
    }
    return new WordLoss(words, lost);
  }

  private static List<List<String>> texts(List<List<Word>> pages) {
    return pages.stream().map(page -> page.stream().map(Word::text).toList()).toList();
  }

  private int lost(int page, List<Word> words) throws IOException {
    int lost = 0;
    Optional<PageLooks> looks = Optional.empty();
    for (Word word : words) {
      if (word.area().isEmpty()) {
        lost++;
      } else {
        if (looks.isEmpty()) {
          looks = Optional.of(PageLooks.of(before, after, page));
        }
        Rectangle2D area = word.area().get();
        lost += looks.get().differ(area) ? 1 : 0;
      }
    }
    return lost;
  }
}

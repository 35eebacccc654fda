package io.touchstone.deidentification.cleaning.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of words as the program writes them. */
class TsvReaderTest {

  private static final String HEAD =
      "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext";

  @Test
  void words_are_put_together_to_lines_and_paragraphs() throws IOException {
    String tsv =
        String.join(
            "\n",
            HEAD,
            "1\t1\t0\t0\t0\t0\t0\t0\t400\t90\t-1\t",
            "5\t1\t1\t1\t1\t1\t10\t10\t40\t12\t96.5\tDear",
            "5\t1\t1\t1\t1\t2\t55\t10\t40\t12\t91\tAnna",
            "5\t1\t1\t1\t2\t1\t10\t30\t40\t12\t30\tplease",
            "5\t1\t2\t1\t1\t1\t10\t70\t20\t12\t95\t ",
            "5\t1\t2\t1\t1\t2\t35\t70\t20\t12\t80\tBye");

    List<Passage> passages = TsvReader.passages(tsv);

    assertThat(passages).extracting(Passage::text).containsExactly("Dear Anna\nplease", "Bye");
    assertThat(passages.get(0).words().get(1)).isEqualTo(new OcrWord("Anna", 55, 10, 40, 12, 91));
    assertThat(passages.get(0).sureness())
        .as("4 letters of 96.5, 4 of 91, 6 of 30")
        .isEqualTo((4 * 96.5 + 4 * 91 + 6 * 30) / 14);
  }

  @ParameterizedTest
  @CsvSource({
    "anna. kowalski@example.org today, anna.kowalski@example.org today",
    "anna@ example.org, anna@example.org",
    "anna.kowalski@examp Le. org, anna.kowalski@exampLe.org",
    "anna.kowalski@examp le.org Tel., anna.kowalski@example.org Tel.",
    "see anna@example.org. Then call, see anna@example.org. Then call",
    "meet @ noon. Bring it, meet@noon. Bring it"
  })
  void parts_of_an_address_that_were_read_apart_are_one_word(String read, String put)
      throws IOException {
    StringBuilder tsv = new StringBuilder(HEAD);
    String[] words = read.split(" ");
    for (int i = 0; i < words.length; i++) {
      tsv.append("\n5\t1\t1\t1\t1\t%d\t%d\t5\t9\t8\t90\t%s".formatted(i, 10 * i, words[i]));
    }

    Passage passage = TsvReader.passages(tsv.toString()).get(0);

    assertThat(passage.text()).isEqualTo(put);
    OcrWord last = passage.words().get(passage.words().size() - 1);
    assertThat(last.x() + last.width()).isEqualTo(10 * (words.length - 1) + 9);
  }

  @Test
  void a_stretch_touches_words_of_each_line_and_short_numbers_beside_it() {
    Passage passage =
        new Passage(
            List.of(
                List.of(word("call"), word("#1"), word("202"), word("555")),
                List.of(word("0123"), word("12"), word("now"))));
    int start = passage.text().indexOf("202");

    List<List<OcrWord>> touched = passage.touched(start, passage.text().indexOf("12 now") - 1);

    assertThat(touched.stream().map(line -> line.stream().map(OcrWord::text).toList()))
        .containsExactly(List.of("#1", "202", "555"), List.of("0123", "12"));
    assertThat(passage.touched(0, 4)).hasSize(1).first().asList().hasSize(1);
  }

  @Test
  void what_is_no_table_is_refused_without_being_quoted() {
    assertThatThrownBy(() -> TsvReader.passages(HEAD + "\n5\t1\t1\t1\t1\t1\tx\t1\t1\t1\t90\tAnna"))
        .isInstanceOf(IOException.class)
        .hasMessageNotContaining("Anna");
  }

  private static OcrWord word(String text) {
    return new OcrWord(text, 0, 0, 9, 9, 90);
  }
}

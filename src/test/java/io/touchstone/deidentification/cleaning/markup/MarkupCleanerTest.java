package io.touchstone.deidentification.cleaning.markup;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.cleaning.CanaryFile;
import io.touchstone.deidentification.cleaning.Cleaner;
import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.LiteralTools;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Quarantine;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarkupCleanerTest {

  private final HtmlCleaner html = new HtmlCleaner();
  private final TextCleaner text = new TextCleaner();

  static Stream<CanaryFile> canaryFiles() {
    return Stream.concat(MarkupCanaryFiles.html().stream(), MarkupCanaryFiles.text().stream());
  }

  @ParameterizedTest
  @MethodSource("canaryFiles")
  void no_canary_is_left_and_what_is_read_back_has_none(CanaryFile file) throws IOException {
    LiteralTools tools = new LiteralTools().reading(Charset.forName("windows-1252"));
    if (file.canaryInContent()) {
      file.canaries().forEach(canary -> tools.replacing(canary, "[PERSON_1]"));
    }
    Cleaner cleaner = file.type() == ObjectType.HTML ? html : text;

    Cleaning.Cleaned cleaned = (Cleaning.Cleaned) cleaner.clean(file.object(), file.type(), tools);

    String written = new String(cleaned.object(), StandardCharsets.UTF_8);
    for (String canary : file.canaries()) {
      assertThat(written).doesNotContain(canary).doesNotContain(canary.substring(5));
    }
    if (file.canaryInContent()) {
      assertThat(written).contains("[PERSON_1]");
      assertThat(cleaner.readBack(cleaned.object(), file.type()))
          .anyMatch(line -> line.contains("[PERSON_1]"));
    }
    assertThat(cleaner.clean(cleaned.object(), file.type(), new LiteralTools()))
        .as("cleaning twice changes nothing")
        .isInstanceOfSatisfying(
            Cleaning.Cleaned.class,
            again -> assertThat(again.object()).isEqualTo(cleaned.object()));
  }

  @Test
  void a_row_of_a_table_and_a_name_of_many_elements_are_one_text_each() throws IOException {
    LiteralTools tools =
        new LiteralTools().replacing("Anna Meier", "[P1]").replacing("Ola Berg", "[P2]");

    String page =
        cleaned(
            "<h1>Report</h1><table><tr><td>Name</td><td>Ola <b>B</b>erg</td></tr></table>"
                + "<p>Dear <b>A</b>nna <i>Mei</i>er,<br>thanks.</p>",
            tools);

    assertThat(tools.shown()).containsExactly("Report", "Name\t[P2]", "Dear [P1],\nthanks.");
    assertThat(page)
        .contains("<td>[P2]<b></b></td>")
        .contains("<p>Dear <b>[P1]</b> <i></i>,<br>thanks.</p>".replace("</b> <i>", "</b><i>"));
  }

  @Test
  void what_a_reader_sees_stays_as_it_was() throws IOException {
    String page =
        "<h2>One &amp; two</h2><ol start=\"3\"><li>a &lt; b</li></ol><p>See <a"
            + " href=\"#x\">below</a></p><pre>  two  spaces\n"
            + "</pre><p id=\"x\">Grüße</p>";

    String cleaned = cleaned(page, new LiteralTools());

    assertThat(cleaned)
        .contains(page.replace("#x", "#place-1").replace("id=\"x\"", "id=\"place-1\""));
  }

  @Test
  void a_page_is_read_in_its_charset_or_else_in_the_projects() throws IOException {
    byte[] old = "<p>M\u00fcller \u20ac</p>".getBytes(Charset.forName("windows-1252"));
    byte[] declared =
        "<meta charset=\"iso-8859-2\"><p>\u0141ukasz</p>".getBytes(Charset.forName("iso-8859-2"));

    LiteralTools tools = new LiteralTools().reading(Charset.forName("windows-1252"));
    html.clean(old, ObjectType.HTML, tools);
    html.clean(declared, ObjectType.HTML, tools);

    assertThat(tools.shown()).containsExactly("M\u00fcller \u20ac", "\u0141ukasz");
  }

  @Test
  void a_page_that_nobody_says_the_charset_of_is_kept() throws IOException {
    byte[] old = "<p>M\u00fcller</p>".getBytes(Charset.forName("windows-1252"));

    Cleaning.Quarantined kept =
        (Cleaning.Quarantined) html.clean(old, ObjectType.HTML, new LiteralTools());

    assertThat(kept.reason()).isEqualTo(Quarantine.UNKNOWN_ENCODING);
    assertThat(kept.sentence()).contains("project.yaml: delivery, encoding");
  }

  @Test
  void a_picture_in_the_page_is_the_cleaned_one() throws IOException {
    LiteralTools tools =
        new LiteralTools()
            .nesting(
                raw ->
                    new Cleaning.Cleaned(
                        new byte[] {1, 2, 3}, ObjectType.PNG, java.util.Map.of(), 0));

    assertThat(cleaned("<img src=\"data:image/jpeg;base64,AAAA\" alt=\"A map\">", tools))
        .contains("<img src=\"data:image/png;base64,AQID\">");
  }

  @Test
  void a_text_that_is_in_no_known_encoding_is_kept_from_everybody() {
    Cleaning outcome =
        text.clean(new byte[] {'a', (byte) 0xC3, 'b'}, ObjectType.TEXT, new LiteralTools());

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Cleaning.Quarantined.class,
            q -> assertThat(q.reason()).isEqualTo(Quarantine.UNKNOWN_ENCODING));
  }

  @Test
  void a_text_goes_paragraph_by_paragraph_and_keeps_its_lines() {
    LiteralTools tools = new LiteralTools().replacing("Anna\nMeier", "[P1]");

    Cleaning.Cleaned cleaned =
        (Cleaning.Cleaned)
            text.clean(
                "\uFEFFDear Anna\r\nMeier,\r\n\r\nbye\u0000.\r\n".getBytes(StandardCharsets.UTF_8),
                ObjectType.TEXT,
                tools);

    assertThat(tools.shown()).containsExactly("Dear [P1],", "bye.");
    assertThat(new String(cleaned.object(), StandardCharsets.UTF_8))
        .isEqualTo("Dear [P1],\n\nbye.\n");
  }

  @Test
  void a_damaged_or_hostile_page_is_cleaned_in_time() throws IOException {
    Random random = new Random(7);
    byte[] page =
        MarkupCanaryFiles.html().stream()
            .filter(file -> file.name().endsWith("UTF-8"))
            .map(file -> new String(file.object(), StandardCharsets.UTF_8))
            .reduce("", String::concat)
            .getBytes(StandardCharsets.UTF_8);
    long before = System.nanoTime();

    for (int i = 0; i < 200; i++) {
      byte[] damaged = java.util.Arrays.copyOf(page, random.nextInt(page.length) + 1);
      for (int k = 0; k < 20; k++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      // Every byte is a character of Latin-1.
      LiteralTools tools = new LiteralTools().reading(StandardCharsets.ISO_8859_1);
      assertThat(html.clean(damaged, ObjectType.HTML, tools)).isInstanceOf(Cleaning.Cleaned.class);
    }
    for (String hostile :
        List.of(
            "<div>", "<b><p>", "<!--", "<table><tr><td>", "&#", "<svg><![CDATA[", "<p style=\"")) {
      html.clean(hostile.repeat(20_000).getBytes(), ObjectType.HTML, new LiteralTools());
    }

    assertThat(System.nanoTime() - before).isLessThan(30_000_000_000L);
  }

  private String cleaned(String page, LiteralTools tools) throws IOException {
    Cleaning.Cleaned cleaned =
        (Cleaning.Cleaned)
            html.clean(page.getBytes(StandardCharsets.UTF_8), ObjectType.HTML, tools);
    return new String(cleaned.object(), StandardCharsets.UTF_8);
  }
}

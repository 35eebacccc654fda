package io.touchstone.release.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.release.Samples;
import io.touchstone.release.format.directory.DatasetWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardHtmlTest {

  @Test
  void a_real_card_becomes_headings_and_tables_without_its_metadata(@TempDir Path directory)
      throws Exception {
    DatasetWriter.write(directory, Samples.content(3), Samples.items(3));

    String html = CardHtml.of(Files.readString(directory.resolve("README.md")));

    assertThat(html)
        .startsWith("<h1>Support tickets</h1>")
        .contains("<td>Outage | fault</td>")
        .doesNotContain("license:");
  }

  @Test
  void markup_and_script_addresses_do_not_get_through() {
    String html =
        CardHtml.of("<script>x()</script>\n\n[a](javascript:x) and <img src=x onerror=y>");

    assertThat(html).doesNotContain("<script").doesNotContain("javascript").doesNotContain("<img");
  }
}

package io.touchstone.deidentification.cleaning.office;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.cleaning.Cleaning;
import io.touchstone.deidentification.cleaning.Cleaning.Cleaned;
import io.touchstone.deidentification.cleaning.Cleaning.Quarantined;
import io.touchstone.deidentification.cleaning.LiteralTools;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.Quarantine;
import io.touchstone.deidentification.cleaning.office.xml.CleanPackage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class OdtCleanerTest {

  private final LiteralTools tools =
      new LiteralTools().replacing("Erika Mustermann", "[PERSON_1]").replacing("Secret", "[X]");

  @Test
  void names_over_spans_lists_tables_and_notes_are_redacted_in_reading_order() throws IOException {
    CleanPackage clean =
        clean(
            OdtFile.of(
                "<style:style style:name=\"P1\" style:family=\"paragraph\"><style:text-properties"
                    + " fo:font-weight=\"bold\" fo:font-family=\"Secret\" fo:color=\"#ff0000\"/>"
                    + "</style:style>",
                "<text:p text:style-name=\"P1\">Dear Eri<text:span"
                    + " text:style-name=\"Secret\">ka<text:s/>Muster</text:span>mann<text:tab/>bye<text:note"
                    + " text:id=\"Secret\"><text:note-citation>1</text:note-citation><text:note-body><text:p>note"
                    + " of Erika\n"
                    + "   Mustermann</text:p></text:note-body></text:note></text:p><text:list>"
                    + "<text:list-item><text:p>item</text:p></text:list-item></text:list><table:table"
                    + " table:name=\"Secret\"><table:table-row><table:table-cell"
                    + " table:number-columns-spanned=\"2\""
                    + " office:string-value=\"Secret\"><text:p>cell"
                    + "</text:p></table:table-cell><table:covered-table-cell><text:p>Secret</text:p>"
                    + "</table:covered-table-cell></table:table-row></table:table>"));

    assertThat(tools.shown())
        .containsExactly("Dear [PERSON_1]\tbye", "note of [PERSON_1]", "item", "cell");
    assertThat(clean.everything())
        .doesNotContain("Secret")
        .contains("fo:font-weight=\"bold\"")
        .contains("#ff0000")
        .contains("table:number-columns-spanned=\"2\"");
  }

  @Test
  void comments_changes_hidden_text_fields_and_metadata_go() throws IOException {
    OdtFile file =
        OdtFile.of(
                "<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties"
                    + " text:display=\"none\"/></style:style>",
                "<text:tracked-changes><text:changed-region text:id=\"Secret\"><text:deletion>"
                    + "<office:change-info><dc:creator>Secret</dc:creator></office:change-info>"
                    + "<text:p>Secret</text:p></text:deletion></text:changed-region>"
                    + "</text:tracked-changes><text:p>seen<office:annotation><dc:creator>Secret"
                    + "</dc:creator><text:p>Secret</text:p></office:annotation><text:span"
                    + " text:style-name=\"T1\">Secret</text:span><text:bookmark"
                    + " text:name=\"Secret\"/><text:a xlink:href=\"mailto:Secret\">"
                    + " link</text:a><text:author-name text:fixed=\"true\"> Erika"
                    + " Mustermann</text:author-name></text:p><text:section text:name=\"Secret\""
                    + " text:display=\"none\"><text:p>Secret</text:p></text:section>")
            .xml("meta.xml", "office:document-meta", "<dc:creator>Secret</dc:creator>")
            .part("Thumbnails/thumbnail.png", "Secret")
            .part("Configurations2/Secret.xml", "Secret")
            .part("Basic/Standard/Module1.xml", "Secret")
            .xml(
                "styles.xml",
                "office:document-styles",
                "<office:master-styles><style:master-page style:name=\"Standard\"><style:header>"
                    + "<text:p>head of Erika Mustermann</text:p></style:header></style:master-page>"
                    + "</office:master-styles>");

    Cleaned cleaned = cleaned(file);

    CleanPackage clean = CleanPackage.of(cleaned.object());
    assertThat(tools.shown()).containsExactly("seen link [PERSON_1]", "head of [PERSON_1]");
    assertThat(clean.names())
        .containsExactly("mimetype", "content.xml", "styles.xml", "META-INF/manifest.xml");
    assertThat(clean.everything()).doesNotContain("Secret").doesNotContain("Erika");
    assertThat(cleaned.removed())
        .containsEntry("properties", 1)
        .containsEntry("thumbnail", 1)
        .containsEntry("macro", 1)
        .containsEntry("comment", 1);
  }

  @Test
  void pictures_are_cleaned_and_renamed_and_shapes_leave_their_text() throws IOException {
    tools.nesting(picture -> new Cleaned(new byte[] {7}, ObjectType.PNG, Map.of("exif", 1), 0));
    OdtFile file =
        OdtFile.of(
                "",
                "<text:p>a<draw:frame draw:name=\"Secret\" svg:width=\"2cm\"><draw:image"
                    + " xlink:href=\"Pictures/Secret.png\"/><svg:title>Secret view</svg:title>"
                    + "</draw:frame><draw:custom-shape><text:p>in a shape</text:p>"
                    + "</draw:custom-shape></text:p><text:p>b</text:p>")
            .part("Pictures/Secret.png", new byte[] {1, 2});

    CleanPackage clean = clean(file);

    assertThat(clean.bytes("Pictures/1.png")).containsExactly(7);
    assertThat(clean.string("content.xml")).contains("Pictures/1.png").doesNotContain("view");
    assertThat(clean.string("META-INF/manifest.xml")).contains("Pictures/1.png");
    assertThat(tools.shown()).containsExactly("a", "in a shape", "b");
    assertThat(clean.everything()).doesNotContain("Secret");
  }

  @Test
  void the_kind_stands_first_and_unpacked_as_programs_look_for_it() throws IOException {
    byte[] object = cleaned(OdtFile.of("", "<text:p>a</text:p>")).object();

    String head = new String(object, 0, 90, StandardCharsets.ISO_8859_1);

    assertThat(head.substring(30)).startsWith("mimetypeapplication/vnd.oasis.opendocument.text");
    assertThat(cleaned(OdtFile.of("", "<text:p>a</text:p>")).object()).isEqualTo(object);
  }

  @Test
  void encrypted_and_signed_documents_are_kept_from_everybody() throws IOException {
    OdtFile encrypted =
        OdtFile.of("", "")
            .xml(
                "META-INF/manifest.xml",
                "manifest:manifest",
                "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>");
    OdtFile signed = OdtFile.of("", "").part("META-INF/documentsignatures.xml", "<s/>");

    assertThat(reason(encrypted)).isEqualTo(Quarantine.ENCRYPTED);
    assertThat(reason(signed)).isEqualTo(Quarantine.SIGNED);
  }

  @Test
  void damaged_documents_are_cleaned_or_refused_and_nothing_else_happens() {
    Random random = new Random(20240609);
    byte[] object = OdtFile.of("", "<text:p>some <text:span>text</text:span></text:p>").bytes();
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < 300; i++) {
            try {
              Cleaning cleaning =
                  new OdtCleaner()
                      .clean(Mutations.of(object, random), ObjectType.ODT, new LiteralTools());
              if (cleaning instanceof Cleaned cleaned) {
                assertThat(new OdtCleaner().readBack(cleaned.object(), ObjectType.ODT))
                    .isNotEmpty();
              }
            } catch (IOException expected) {
              assertThat(expected).isNotNull();
            }
          }
        });
  }

  private CleanPackage clean(OdtFile file) throws IOException {
    return CleanPackage.of(cleaned(file).object());
  }

  private Cleaned cleaned(OdtFile file) throws IOException {
    return (Cleaned) new OdtCleaner().clean(file.bytes(), ObjectType.ODT, tools);
  }

  private Quarantine reason(OdtFile file) throws IOException {
    Cleaning cleaning = new OdtCleaner().clean(file.bytes(), ObjectType.ODT, tools);
    return ((Quarantined) cleaning).reason();
  }
}

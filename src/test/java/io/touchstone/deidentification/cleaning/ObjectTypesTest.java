package io.touchstone.deidentification.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.deidentification.cleaning.metadata.Samples;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The kind of an object is told by what it holds. */
class ObjectTypesTest {

  private static final String OPEN_XML = "application/vnd.openxmlformats-officedocument.";

  static Stream<Arguments> known() throws IOException {
    return Stream.of(
        Arguments.of(ObjectType.JPEG, Samples.jpeg(false)),
        Arguments.of(ObjectType.PNG, Samples.png(BufferedImage.TYPE_INT_RGB, false)),
        Arguments.of(ObjectType.GIF, Samples.gif(2)),
        Arguments.of(ObjectType.WEBP, Samples.webp(9, 9)),
        Arguments.of(ObjectType.TIFF, Samples.tiff(1, "LZW")),
        Arguments.of(ObjectType.WAV, latin("RIFF\4\0\0\0WAVEfmt ")),
        Arguments.of(ObjectType.MP3, latin("ID3\4\0\0\0\0\0\0")),
        Arguments.of(ObjectType.MP3, latin("\u00ff\u00fb\u0090\0" + "\0".repeat(500))),
        Arguments.of(ObjectType.PDF, latin("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n")),
        Arguments.of(ObjectType.DOCX, office("wordprocessingml.document.main+xml")),
        Arguments.of(ObjectType.DOCX, office("wordprocessingml.template.main+xml")),
        Arguments.of(ObjectType.XLSX, office("spreadsheetml.sheet.main+xml")),
        Arguments.of(ObjectType.PPTX, office("presentationml.presentation.main+xml")),
        Arguments.of(ObjectType.PPTX, office("presentationml.slideshow.main+xml")),
        Arguments.of(ObjectType.ODT, zip(Map.of("mimetype", ObjectType.ODT.mediaType()))),
        Arguments.of(ObjectType.DOC, compound("WordDocument", new byte[64])),
        Arguments.of(ObjectType.XLS, compound("Workbook", new byte[64])),
        Arguments.of(ObjectType.PPT, compound("PowerPoint Document", new byte[64])));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("known")
  void what_can_be_cleaned_is_told_by_its_content(ObjectType type, byte[] object) {
    assertThat(ObjectTypes.of(object)).isEqualTo(new ObjectTypes.Known(type));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TEXT | Dear Sir, the bill is paid.
          TEXT | Müller
          TEXT | 3 < 4 and a <p> in the middle
          TEXT | a: b and no more
          TEXT | <?xml version="1.0"?><letter><p>Hello</p></letter>
          TEXT | {"from": "x", "date": "y"}
          HTML | <!DOCTYPE html><title>x</title>
          HTML | '  <HTML lang=de>'
          HTML | <p>Hello
          HTML | <!-- x --><body>
          HTML | <?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD"><html xmlns="x"/>
          EML | Received: by x~Date: Thu, 1 Jan 1970 00:00:00 +0000~~Hello
          EML | From: a@b.example~ (folded)~To: c@d.example~Subject: x~~Hello
          """)
  void texts_pages_and_messages_are_told_apart(ObjectType type, String text) {
    String lines = text.replace('~', '\n');
    for (Charset charset : new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16LE}) {
      String marked = charset == StandardCharsets.UTF_8 ? lines : '\ufeff' + lines;
      assertThat(ObjectTypes.of(marked.getBytes(charset)))
          .as("%s in %s", text, charset)
          .isEqualTo(new ObjectTypes.Known(type));
    }
  }

  @Test
  void a_page_in_an_old_charset_is_a_page_and_a_text_in_one_has_to_be_told() {
    assertThat(ObjectTypes.of(latin("<html><p>M\u00fcller")))
        .isEqualTo(new ObjectTypes.Known(ObjectType.HTML));
    byte[] text = latin("Herr M\u00fcller kommt.");
    assertReason(text, Quarantine.UNKNOWN_ENCODING);
    assertThat(ObjectTypes.of(text, Optional.of(Charset.forName("windows-1252"))))
        .isEqualTo(new ObjectTypes.Known(ObjectType.TEXT));
  }

  static Stream<Arguments> refused() throws IOException {
    return Stream.of(
        Arguments.of(
            "HEIC", Quarantine.UNSUPPORTED_TYPE, latin("\0\0\0\u0018ftypheic\0\0\0\0mif1")),
        Arguments.of(
            "AVIF", Quarantine.UNSUPPORTED_TYPE, latin("\0\0\0\u0018ftypavif\0\0\0\0mif1")),
        Arguments.of("MP4", Quarantine.UNSUPPORTED_TYPE, latin("\0\0\0\u0018ftypisom\0\0\2\0isom")),
        Arguments.of("DICOM", Quarantine.UNSUPPORTED_TYPE, latin("\0".repeat(128) + "DICM\2\0")),
        Arguments.of(
            "Matroska", Quarantine.UNSUPPORTED_TYPE, latin("\u001aE\u00df\u00a3\1\0\0\0matroska")),
        Arguments.of(
            "ELF", Quarantine.UNSUPPORTED_TYPE, latin("\u007fELF\2\1\1\0" + "\0".repeat(56))),
        Arguments.of("gzip", Quarantine.UNSUPPORTED_TYPE, latin("\u001f\u008b\b\0\0\0\0\0\0\3")),
        Arguments.of("7z", Quarantine.UNSUPPORTED_TYPE, latin("7z\u00bc\u00af'\u001c\0\4")),
        Arguments.of("SVG", Quarantine.UNSUPPORTED_TYPE, latin("<svg xmlns='x'></svg>")),
        Arguments.of("RTF", Quarantine.UNSUPPORTED_TYPE, latin("{\\rtf1 hello}")),
        Arguments.of("AVI", Quarantine.UNSUPPORTED_TYPE, latin("RIFF\u0010\0\0\0AVI LIST\0\0")),
        Arguments.of(
            "macros",
            Quarantine.UNSUPPORTED_TYPE,
            types("application/vnd.ms-word.document.macroEnabled.main+xml")),
        Arguments.of("Visio", Quarantine.UNSUPPORTED_TYPE, types("application/vnd.ms-visio.main")),
        Arguments.of(
            "ODS",
            Quarantine.UNSUPPORTED_TYPE,
            zip(Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet"))),
        Arguments.of(
            "encrypted ODT",
            Quarantine.ENCRYPTED,
            zip(
                Map.of(
                    "mimetype",
                    ObjectType.ODT.mediaType(),
                    "META-INF/manifest.xml",
                    "<manifest:encryption-data/>"))),
        Arguments.of(
            "program", Quarantine.UNSUPPORTED_TYPE, zip(Map.of("META-INF/MANIFEST.MF", ""))),
        Arguments.of(
            "encrypted DOCX", Quarantine.ENCRYPTED, compound("EncryptedPackage", new byte[64])),
        Arguments.of(
            "encrypted DOC",
            Quarantine.ENCRYPTED,
            compound("WordDocument", HexFormat.of().parseHex("eca5c1000000000000000001"))),
        Arguments.of(
            "encrypted XLS",
            Quarantine.ENCRYPTED,
            compound("Workbook", HexFormat.of().parseHex("0908020000062f00020000000000"))),
        Arguments.of(
            "Outlook",
            Quarantine.UNSUPPORTED_TYPE,
            compound("__properties_version1.0", new byte[64])),
        Arguments.of("cut DOC", Quarantine.UNREADABLE, Arrays.copyOf(doc(), 600)),
        Arguments.of(
            "noise", Quarantine.UNKNOWN_TYPE, latin("\u0007\u0003\u00f0\u0001\u0099\0\0x")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void what_cannot_be_cleaned_is_refused_with_a_reason(
      String name, Quarantine reason, byte[] object) {
    assertReason(object, reason);
  }

  @Test
  void a_zip_that_is_no_document_is_an_archive() throws IOException {
    assertThat(ObjectTypes.of(zip(Map.of("a.txt", "x", "b.jpg", "y"))))
        .isEqualTo(new ObjectTypes.Archive());
    assertThat(ObjectTypes.of(zip(Map.of()))).isEqualTo(new ObjectTypes.Archive());
  }

  @Test
  void an_object_of_two_kinds_is_what_its_first_bytes_say() throws IOException {
    byte[] picture = Samples.jpeg(false);
    byte[] archive = zip(Map.of("a.txt", "x"));
    byte[] both = Arrays.copyOf(picture, picture.length + archive.length);
    System.arraycopy(archive, 0, both, picture.length, archive.length);

    assertThat(ObjectTypes.of(both)).isEqualTo(new ObjectTypes.Known(ObjectType.JPEG));
    assertThat(ObjectTypes.of(latin("GIF89a %PDF-1.7")))
        .isEqualTo(new ObjectTypes.Known(ObjectType.GIF));
  }

  private static void assertReason(byte[] object, Quarantine reason) {
    assertThat(ObjectTypes.of(object))
        .isInstanceOfSatisfying(
            ObjectTypes.Refused.class,
            refused -> {
              assertThat(refused.why().reason()).isEqualTo(reason);
              assertThat(refused.why().sentence()).endsWith(".");
            });
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] office(String main) throws IOException {
    return types(OPEN_XML + main);
  }

  private static byte[] types(String main) throws IOException {
    return zip(
        Map.of(
            "[Content_Types].xml",
            "<Types><Override PartName=\"/x.xml\" ContentType=\"" + main + "\"/></Types>"));
  }

  private static byte[] zip(Map<String, String> members) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> member : new TreeMap<>(members).entrySet()) {
        out.putNextEntry(new ZipEntry(member.getKey()));
        out.write(member.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] doc() throws IOException {
    return compound("WordDocument", new byte[8000]);
  }

  private static byte[] compound(String stream, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      files.createDocument(new java.io.ByteArrayInputStream(content), stream);
      files.writeFilesystem(bytes);
    }
    return bytes.toByteArray();
  }
}

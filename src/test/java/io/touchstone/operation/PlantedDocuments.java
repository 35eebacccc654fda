package io.touchstone.operation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.touchstone.deidentification.cleaning.DocumentSamples;
import io.touchstone.deidentification.cleaning.ObjectType;
import io.touchstone.deidentification.cleaning.office.OfficeSamples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Documents, pictures and mails that hold what {@link PlantedRows} hold, in their texts,
 * attachments and metadata; some of it is known to be a name only from another place of the batch.
 */
final class PlantedDocuments {

  private static final int KINDS = 10;

  private PlantedDocuments() {}

  /** A ZIP of so many files, of which the first has this number; no two files are alike. */
  static byte[] archive(int first, int files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int number = first; number < first + files; number++) {
        zip.putNextEntry(new ZipEntry("plantworth-" + number));
        zip.write(document(number));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] document(int number) throws IOException {
    String name = PlantedRows.name(number);
    String known = "order " + number + " of Mr P" + name + " came";
    String unknown = "crate " + number + " for p" + name + " is late";
    String address = "plantxyz" + number + "@example.org";
    return switch (number % KINDS) {
      case 0 -> ("write to " + address + ", " + unknown).getBytes(UTF_8);
      case 1 -> mail(number, unknown.getBytes(UTF_8), OfficeSamples.of(ObjectType.DOCX, unknown));
      case 2 -> mail(number, DocumentSamples.pdf(unknown, address));
      case 3 -> OfficeSamples.of(ObjectType.DOCX, known);
      case 4 -> DocumentSamples.pdf(unknown, address);
      case 5 -> DocumentSamples.page(known, unknown, number);
      case 6 -> OfficeSamples.workbook("for p" + name, "box " + number, address);
      case 7 -> both(DocumentSamples.picture("png", number), address.getBytes(UTF_8));
      case 8 -> commented(DocumentSamples.picture("jpg", number), address);
      default ->
          mail(
              number,
              OfficeSamples.workbook("for p" + name, unknown, address),
              DocumentSamples.picture("png", number));
    };
  }

  private static byte[] mail(int number, byte[]... attachments) {
    // Another name than that of what is attached: the same one in other capitals may be a residue.
    String from = "Mr P" + PlantedRows.name(number + 1) + " <plantxyz" + number + "@example.org>";
    return DocumentSamples.mail(
        from, "files " + number, "see what is attached", List.of(attachments));
  }

  private static byte[] both(byte[] some, byte[] others) {
    byte[] all = Arrays.copyOf(some, some.length + others.length);
    System.arraycopy(others, 0, all, some.length, others.length);
    return all;
  }

  /** A JPEG with a comment behind its first marker. */
  private static byte[] commented(byte[] jpeg, String comment) {
    byte[] text = comment.getBytes(ISO_8859_1);
    byte[] head = {jpeg[0], jpeg[1], (byte) 0xff, (byte) 0xfe, 0, (byte) (text.length + 2)};
    return both(both(head, text), Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }
}

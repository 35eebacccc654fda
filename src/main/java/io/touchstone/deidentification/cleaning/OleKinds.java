package io.touchstone.deidentification.cleaning;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** What a compound file of the old Office is, by the names at its root. */
final class OleKinds {

  private static final int FILE_PASS = 0x2f;
  private static final int MOST_RECORDS = 100;

  private OleKinds() {}

  static ObjectTypes.Told of(byte[] object) {
    try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(object))) {
      return of(files.getRoot());
    } catch (IOException | RuntimeException e) {
      return ObjectTypes.refused(
          Quarantine.UNREADABLE,
          "it begins as a document of the old Office and is cut or damaged. Save it anew and send"
              + " it again.");
    }
  }

  private static ObjectTypes.Told of(DirectoryNode root) throws IOException {
    if (root.hasEntry("EncryptedPackage") || root.hasEntry("EncryptedSummary")) {
      return ObjectTypes.encrypted();
    }
    if (root.hasEntry("WordDocument")) {
      return isEncryptedText(root) ? ObjectTypes.encrypted() : known(ObjectType.DOC);
    }
    if (root.hasEntry("Workbook") || root.hasEntry("Book")) {
      String name = root.hasEntry("Workbook") ? "Workbook" : "Book";
      return isEncryptedWorkbook(root, name) ? ObjectTypes.encrypted() : known(ObjectType.XLS);
    }
    if (root.hasEntry("PowerPoint Document")) {
      return known(ObjectType.PPT);
    }
    return ObjectTypes.unsupported("this kind of compound file, such as a message of Outlook");
  }

  /** A flag at the beginning of the text ([MS-DOC], section 2.5.2, fEncrypted). */
  private static boolean isEncryptedText(DirectoryNode root) throws IOException {
    try (InputStream in = root.createDocumentInputStream("WordDocument")) {
      byte[] head = in.readNBytes(12);
      return head.length == 12 && (head[11] & 1) == 1;
    }
  }

  /** A record that stands among the first ones ([MS-XLS], section 2.4.117). */
  private static boolean isEncryptedWorkbook(DirectoryNode root, String name) throws IOException {
    try (InputStream in = root.createDocumentInputStream(name)) {
      for (int i = 0; i < MOST_RECORDS; i++) {
        byte[] head = in.readNBytes(4);
        if (head.length < 4) {
          return false;
        }
        if ((head[0] & 0xff | (head[1] & 0xff) << 8) == FILE_PASS) {
          return true;
        }
        in.skipNBytes(head[2] & 0xff | (head[3] & 0xff) << 8);
      }
      return false;
    }
  }

  private static ObjectTypes.Told known(ObjectType type) {
    return new ObjectTypes.Known(type);
  }
}

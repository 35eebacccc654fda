package io.touchstone.project.editor;

import io.touchstone.platform.web.Refusal;
import io.touchstone.project.folder.ProjectFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A project's folder as one file. */
final class FolderArchive {

  /** Most bytes of all files of a folder together. */
  static final int MOST_BYTES = 32 << 20;

  private static final List<String> FILES =
      List.of(
          ProjectFolder.SETTINGS,
          ProjectFolder.GUIDELINE,
          ProjectFolder.GOLD,
          ProjectFolder.DENY,
          ProjectFolder.ALLOW);
  private static final int MOST_ENTRIES = 100;

  private FolderArchive() {}

  /** The files as a ZIP with one folder in it. */
  static byte[] zip(String folder, Map<String, String> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(folder + "/" + file.getKey());
        // The same folder is the same file, whenever it is written.
        entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * The files of a folder, by their names, wherever in the ZIP they lie; others are passed over.
   *
   * @throws Refusal 422 if it is no ZIP, too large, or a file is no UTF-8
   */
  static Map<String, String> unzip(InputStream content) {
    Map<String, String> files = new LinkedHashMap<>();
    int left = MOST_BYTES;
    int entries = 0;
    try (ZipInputStream zip = new ZipInputStream(content)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName().replaceFirst(".*/", "");
        if (++entries > MOST_ENTRIES) {
          throw tooLarge();
        }
        if (entry.isDirectory() || !FILES.contains(name)) {
          continue;
        }
        byte[] bytes = zip.readNBytes(left + 1);
        if (bytes.length > left) {
          throw tooLarge();
        }
        left -= bytes.length;
        if (files.put(name, text(name, bytes)) != null) {
          throw refused("The ZIP holds " + name + " twice. Pack the folder of one project.");
        }
      }
    } catch (IOException e) {
      throw refused("This is no ZIP, or it is damaged. Pack the folder of the project once more.");
    }
    if (files.isEmpty()) {
      throw refused(
          "There is no project.yaml in it. Choose a ZIP of the folder, or its files, "
              + FILES
              + ".");
    }
    return files;
  }

  private static String text(String name, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw refused("The file " + name + " is no UTF-8. Save it as UTF-8 and send it again.");
    }
  }

  private static Refusal tooLarge() {
    return refused(
        "The folder is larger than "
            + (MOST_BYTES >> 20)
            + " MiB. A project's folder holds "
            + FILES
            + " alone.");
  }

  static Refusal refused(String sentence) {
    return new Refusal(422, "folder-wrong", sentence);
  }
}

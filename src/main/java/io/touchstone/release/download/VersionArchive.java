package io.touchstone.release.download;

import io.touchstone.release.dvc.DirectoryManifest;
import io.touchstone.release.dvc.DvcStore;
import io.touchstone.release.version.DatasetFiles;
import io.touchstone.release.version.DatasetVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/**
 * A published version as one ZIP: the bytes that DVC names, so that {@code sha256sum -c
 * sha256sums.txt} holds in the folder that it unpacks to.
 */
@Component
class VersionArchive {

  private final DatasetFiles files;

  VersionArchive(DatasetFiles files) {
    this.files = files;
  }

  /** Name of the folder in the ZIP, and of the ZIP without its ending. */
  static String folder(DatasetVersion version) {
    return version.dataset() + "-" + version.version();
  }

  /**
   * Writes the version, file by file; the same version is the same bytes whenever it is written.
   */
  void write(DatasetVersion version, OutputStream out) throws IOException {
    DvcStore store = new DvcStore(files.dvcRemote(version.dataset()), step -> {});
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (DirectoryManifest.Entry entry : store.manifest(version.dvcMd5()).entries()) {
        ZipEntry file = new ZipEntry(folder(version) + "/" + entry.path());
        file.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(file);
        Files.copy(store.location(entry.md5()), zip);
        zip.closeEntry();
      }
    }
  }
}

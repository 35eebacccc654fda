package io.touchstone.release.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.IntegrationTest;
import io.touchstone.release.ReleaseFixture;
import io.touchstone.release.Samples;
import io.touchstone.release.Tool;
import io.touchstone.release.approval.Approvals;
import io.touchstone.release.build.DatasetBuilder;
import io.touchstone.release.format.ProcessOrigin;
import io.touchstone.release.publication.Publishing;
import io.touchstone.release.roundtrip.RoundTripCheck;
import io.touchstone.release.version.DatasetVersion;
import io.touchstone.release.version.DatasetVersionRepository;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A published version as one file. */
class VersionArchiveTest extends IntegrationTest {

  @TempDir private Path folder;
  @Autowired private BeanFactory beans;
  @Autowired private DatasetBuilder builder;
  @Autowired private RoundTripCheck check;
  @Autowired private Approvals approvals;
  @Autowired private Publishing publishing;
  @Autowired private DatasetVersionRepository versions;
  @Autowired private VersionArchive archive;

  @Test
  void unpacked_it_holds_against_its_checksums_and_packed_again_it_is_the_same_file()
      throws Exception {
    DatasetVersion version = published("archived");

    byte[] zip = zip(version);

    unpack(zip);
    Path unpacked = folder.resolve("archived-1.0.0");
    assertThat(Tool.run(unpacked, "sha256sum", "-c", "sha256sums.txt"))
        .contains("README.md: OK")
        .doesNotContain("FAILED");
    assertThat(unpacked.resolve("sha256sums.txt")).exists();
    assertThat(zip(version)).isEqualTo(zip);
  }

  private DatasetVersion published(String project) {
    ReleaseFixture fixture = new ReleaseFixture(beans, project);
    fixture.project(Samples.LABELS);
    String batch = fixture.batch(1, "sue", 1);
    fixture.item(batch, 1, "No power", "outage");
    fixture.item(batch, 2, "Invoice", "billing");
    builder.build(batch, new ProcessOrigin("annotation-pipeline", 1, "d00d", "any"));
    check.check(batch);
    approvals.approve(batch, "tom", "");
    publishing.publish(batch);
    return versions.latest(project).orElseThrow();
  }

  private byte[] zip(DatasetVersion version) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    archive.write(version, out);
    return out.toByteArray();
  }

  private void unpack(byte[] bytes) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = folder.resolve(entry.getName()).normalize();
        assertThat(file.startsWith(folder)).isTrue();
        Files.createDirectories(file.getParent());
        Files.copy(zip, file);
      }
    }
  }
}

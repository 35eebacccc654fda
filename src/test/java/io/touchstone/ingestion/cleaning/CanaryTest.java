package io.touchstone.ingestion.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchstone.ingestion.cleaning.metadata.GifCanaryFiles;
import io.touchstone.ingestion.cleaning.metadata.JpegCanaryFiles;
import io.touchstone.ingestion.cleaning.metadata.PngCanaryFiles;
import io.touchstone.ingestion.cleaning.metadata.RecordingCanaryFiles;
import io.touchstone.ingestion.cleaning.metadata.Samples;
import io.touchstone.ingestion.cleaning.metadata.Strippers;
import io.touchstone.ingestion.cleaning.metadata.TiffCanaryFiles;
import io.touchstone.ingestion.cleaning.metadata.WebpCanaryFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of what was hidden in pictures and recordings is left, whoever looks for it. */
class CanaryTest {

  @TempDir Path folder;

  private static List<CanaryFile> files() {
    return Stream.of(
            JpegCanaryFiles.all(),
            PngCanaryFiles.all(),
            GifCanaryFiles.all(),
            WebpCanaryFiles.all(),
            TiffCanaryFiles.all(),
            RecordingCanaryFiles.all())
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void canaries_are_found_before_and_not_after_stripping() throws IOException {
    List<CanaryFile> files = files();
    System.out.println(files.size());
    List<String> missed = new ArrayList<>();
    List<String> left = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (CanaryFile file : files) {
      String canary = file.canaries().get(0);
      if (!CanarySearch.finds(file.object(), canary)) {
        missed.add(file.name());
      }
      byte[] stripped;
      try {
        stripped = Strippers.of(file.type()).orElseThrow().strip(file.object()).object();
      } catch (IOException e) {
        changed.add(file.name() + e);
        continue;
      }
      if (CanarySearch.finds(stripped, canary)) {
        left.add(file.name());
      }
      Files.write(folder.resolve(file.name() + "." + file.type().extension()), stripped);
      if (file.type().isImage() && !file.name().contains("preview")) {
        try {
          if (!Samples.pixels(stripped).equals(Samples.pixels(file.object()))) {
            changed.add(file.name());
          }
        } catch (RuntimeException | IOException e) {
          changed.add(file.name() + e);
        }
      }
    }
    String printed = OutsideTools.text(new OutsideTools(folder).metadata(folder));
    for (CanaryFile file : files) {
      if (printed.contains(file.canaries().get(0))) {
        left.add(file.name() + " by exiftool");
      }
    }
    assertThat(missed).isEmpty();
    assertThat(left).isEmpty();
    assertThat(changed).isEmpty();
  }
}

package io.touchstone.platform.engine.process;

import io.touchstone.platform.StartRefused;
import io.touchstone.platform.TouchstoneSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The BPMN, DMN and form files to be deployed, named relative to the root whether they come from
 * the jar or from folders of the process owner.
 */
@Component
class ProcessFiles {

  private final TouchstoneSettings settings;

  ProcessFiles(TouchstoneSettings settings) {
    this.settings = settings;
  }

  /** Content by resource name, in the order of the names. */
  TreeMap<String, byte[]> read() {
    TreeMap<String, byte[]> files = new TreeMap<>();
    collect("processes", settings.processesFolder(), ".bpmn", files);
    collect("processes", settings.processesFolder(), ".dmn", files);
    collect("forms", settings.formsFolder(), ".html", files);
    return files;
  }

  private static void collect(
      String root, Optional<Path> folder, String ending, Map<String, byte[]> files) {
    try {
      if (folder.isPresent()) {
        fromFolder(root, folder.get(), ending, files);
      } else {
        fromClassPath(root, ending, files);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fromFolder(String root, Path folder, String ending, Map<String, byte[]> files)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new StartRefused(
          "The folder " + folder + " that touchstone." + root + " names does not exist.",
          "Create it, or leave the setting empty to use the files that came with the product.");
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.filter(each -> each.toString().endsWith(ending)).toList()) {
        String name = root + "/" + folder.relativize(path).toString().replace('\\', '/');
        files.put(name, Files.readAllBytes(path));
      }
    }
  }

  private static void fromClassPath(String root, String ending, Map<String, byte[]> files)
      throws IOException {
    for (Resource resource :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:" + root + "/**/*" + ending)) {
      String url = resource.getURL().toString();
      String name = url.substring(url.lastIndexOf("/" + root + "/") + 1);
      files.put(name, resource.getContentAsByteArray());
    }
  }
}

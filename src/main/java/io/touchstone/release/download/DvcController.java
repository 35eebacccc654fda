package io.touchstone.release.download;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Refusal;
import io.touchstone.release.dvc.DvcStore;
import io.touchstone.release.version.DatasetFiles;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A DVC remote over HTTP, read only; objects are named by their content and never change. */
@RestController
@RequestMapping(Api.MACHINE)
class DvcController {

  private static final CacheControl FOREVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

  private final Datasets datasets;
  private final DatasetFiles files;

  DvcController(Datasets datasets, DatasetFiles files) {
    this.datasets = datasets;
    this.files = files;
  }

  @GetMapping("/dvc/{name}/files/md5/{folder}/{object}")
  ResponseEntity<Resource> object(
      @PathVariable String name,
      @PathVariable String folder,
      @PathVariable String object,
      Caller caller) {
    DatasetController.mayRead(caller);
    if (!datasets.names().contains(name)) {
      throw notFound();
    }
    Path file =
        new DvcStore(files.dvcRemote(name), step -> {})
            .served(folder + "/" + object)
            .orElseThrow(DvcController::notFound);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .cacheControl(FOREVER)
        .body(new FileSystemResource(file));
  }

  private static Refusal notFound() {
    return new Refusal(404, "unknown-object", "The remote has no such object.");
  }
}

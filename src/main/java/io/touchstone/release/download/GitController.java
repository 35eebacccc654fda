package io.touchstone.release.download;

import io.touchstone.platform.security.Caller;
import io.touchstone.platform.web.Api;
import io.touchstone.platform.web.Refusal;
import io.touchstone.release.git.GitDoor;
import io.touchstone.release.version.DatasetFiles;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** A Git remote over HTTP, read only, that stock clients clone. */
@RestController
@RequestMapping(Api.MACHINE)
class GitController {

  private final Datasets datasets;
  private final DatasetFiles files;
  private final GitDoor door;

  GitController(Datasets datasets, DatasetFiles files, ServletContext context)
      throws ServletException {
    this.datasets = datasets;
    this.files = files;
    this.door = new GitDoor(context);
  }

  @RequestMapping(
      path = {"/git/{name}.git/info/refs", "/git/{name}.git/git-upload-pack"},
      method = {RequestMethod.GET, RequestMethod.POST})
  void serve(
      @PathVariable String name,
      Caller caller,
      HttpServletRequest request,
      HttpServletResponse response)
      throws ServletException, IOException {
    DatasetController.mayRead(caller);
    if (!datasets.names().contains(name)) {
      throw new Refusal(404, "unknown-dataset", "There is no published dataset with that name.");
    }
    String uri = request.getRequestURI();
    String rest = uri.substring(uri.indexOf(".git/") + ".git".length());
    door.serve(request, response, files.workTree(name), "/" + name + ".git" + rest);
  }
}

package io.touchstone.release.git;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.http.server.GitServlet;
import org.eclipse.jgit.http.server.resolver.AsIsFileService;
import org.eclipse.jgit.transport.resolver.ServiceNotEnabledException;

/**
 * Serves one repository by Git's smart HTTP protocol, for reading only. Who may read is decided
 * before.
 */
public final class GitDoor {

  private static final String WORK_TREE = GitDoor.class.getName() + ".workTree";

  private final GitServlet servlet;

  /** Prepares the protocol. */
  public GitDoor(ServletContext context) throws ServletException {
    servlet = new GitServlet();
    servlet.setRepositoryResolver(
        (request, name) -> {
          try {
            return GitRepository.read((Path) request.getAttribute(WORK_TREE));
          } catch (IOException e) {
            throw new RepositoryNotFoundException(name, e);
          }
        });
    servlet.setAsIsFileService(AsIsFileService.DISABLED);
    servlet.setReceivePackFactory(
        (request, repository) -> {
          throw new ServiceNotEnabledException();
        });
    servlet.init(new Config(context));
  }

  /**
   * Answers a request for the repository.
   *
   * @param workTree of the dataset
   * @param path what is asked for, "/tickets.git/info/refs"
   */
  public void serve(
      HttpServletRequest request, HttpServletResponse response, Path workTree, String path)
      throws ServletException, IOException {
    request.setAttribute(WORK_TREE, workTree);
    servlet.service(
        new HttpServletRequestWrapper(request) {
          @Override
          public String getPathInfo() {
            return path;
          }

          @Override
          public String getServletPath() {
            return "";
          }
        },
        response);
  }

  private record Config(ServletContext context) implements ServletConfig {

    @Override
    public String getServletName() {
      return "git";
    }

    @Override
    public ServletContext getServletContext() {
      return context;
    }

    @Override
    public String getInitParameter(String name) {
      return null;
    }

    @Override
    public Enumeration<String> getInitParameterNames() {
      return Collections.emptyEnumeration();
    }
  }
}

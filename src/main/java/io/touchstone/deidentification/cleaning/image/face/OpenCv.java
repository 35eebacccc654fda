package io.touchstone.deidentification.cleaning.image.face;

import nu.pattern.OpenCV;
import org.opencv.core.Core;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The native library that runs the networks; it comes inside a jar for the usual platforms. */
final class OpenCv {

  private static final Logger log = LoggerFactory.getLogger(OpenCv.class);

  private OpenCv() {}

  /** Whether it runs on this platform; loads it at the first call. */
  static boolean isAvailable() {
    return Loaded.AVAILABLE;
  }

  private static final class Loaded {

    static final boolean AVAILABLE = load();

    private static boolean load() {
      try {
        OpenCV.loadLocally();
        // Several objects are cleaned at a time; threads of its own would only get in their way.
        Core.setNumThreads(1);
        return true;
      } catch (LinkageError | RuntimeException e) {
        log.warn("face_detector_missing os={} arch={}", os("os.name"), os("os.arch"), e);
        return false;
      }
    }

    private static String os(String property) {
      return System.getProperty(property);
    }
  }
}

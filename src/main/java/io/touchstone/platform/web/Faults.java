package io.touchstone.platform.web;

import java.util.ArrayList;
import java.util.List;

/** Describes an exception without its messages, which may quote personal data. */
public final class Faults {

  private static final int FRAMES = 6;

  private Faults() {}

  /** Kinds of the exception and its causes, each with where it came from in our code. */
  public static String describe(Throwable thrown) {
    List<String> parts = new ArrayList<>();
    for (Throwable cause = thrown; cause != null && parts.size() < 5; cause = cause.getCause()) {
      parts.add(cause.getClass().getSimpleName() + " at " + places(cause));
    }
    return String.join(" caused by ", parts);
  }

  private static List<String> places(Throwable thrown) {
    List<String> places = new ArrayList<>();
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (places.isEmpty() || frame.getClassName().startsWith("io.touchstone")) {
        places.add(frame.getFileName() + ":" + frame.getLineNumber());
      }
      if (places.size() == FRAMES) {
        break;
      }
    }
    return places;
  }
}

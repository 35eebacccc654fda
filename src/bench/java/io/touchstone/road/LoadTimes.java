package io.touchstone.road;

import io.touchstone.bench.Report;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** How long the calls of all people took, by kind, and which of them failed. */
final class LoadTimes {

  private final Map<String, List<Double>> millis = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();

  /** Makes a call and remembers its time; any other status than these is a failure. */
  HttpResponse<String> of(
      String kind, Supplier<HttpResponse<String>> call, List<Integer> statuses) {
    long begin = System.nanoTime();
    HttpResponse<String> answer = call.get();
    double took = (System.nanoTime() - begin) / 1e6;
    synchronized (this) {
      millis.computeIfAbsent(kind, any -> new ArrayList<>()).add(took);
    }
    if (!statuses.contains(answer.statusCode())) {
      failed(kind + " was answered " + answer.statusCode() + " " + answer.body());
    }
    return answer;
  }

  synchronized void failed(String what) {
    failures.add(what);
  }

  synchronized List<String> failures() {
    return List.copyOf(failures);
  }

  synchronized int count(String kind) {
    return millis.getOrDefault(kind, List.of()).size();
  }

  /** The time that so large a share of the calls of a kind took at most, in milliseconds. */
  synchronized double quantile(String kind, double share) {
    List<Double> sorted = new ArrayList<>(millis.getOrDefault(kind, List.of()));
    Collections.sort(sorted);
    return sorted.isEmpty()
        ? Double.NaN
        : sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(share * sorted.size()) - 1));
  }

  synchronized void report(Report report) {
    for (String kind : millis.keySet()) {
      report.figure("load-" + kind + "-calls", count(kind), "calls");
      report.figure("load-" + kind + "-p50", quantile(kind, 0.50), "milliseconds");
      report.figure("load-" + kind + "-p95", quantile(kind, 0.95), "milliseconds");
      report.figure("load-" + kind + "-longest", quantile(kind, 1), "milliseconds");
    }
    report.figure("load-errors", failures.size(), "calls");
    failures.stream().limit(5).forEach(System.out::println);
  }
}

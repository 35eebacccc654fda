package io.touchstone.operation;

import io.touchstone.bench.Benchmark;
import io.touchstone.bench.Report;
import java.nio.file.Files;

/** The demo killed twenty times; {@code -Dkills} says otherwise. */
final class KilledDemoDrill implements Benchmark {

  static final String KILLS = "20";

  @Override
  public String name() {
    return "drill-killed-demo";
  }

  @Override
  public String about() {
    return "the demo killed 20 times, each third with its database, ends as if undisturbed";
  }

  @Override
  public void run(Report report) throws Exception {
    System.setProperty("kills", System.getProperty("kills", KILLS));
    KilledDemoTest demo = new KilledDemoTest();
    demo.folder = Files.createTempDirectory("drill-killed-demo-");
    demo.killed_at_any_moment_the_demo_ends_as_if_undisturbed();
  }
}

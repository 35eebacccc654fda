package io.touchstone.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Runs the benchmarks of these names; without a name lists what there is. */
public final class Run {

  private Run() {}

  public static void main(String[] names) throws Exception {
    List<Benchmark> all = all();
    if (names.length == 0) {
      all.forEach(each -> System.out.printf("%-16s %s%n", each.name(), each.about()));
      return;
    }
    Report report = new Report(System.out);
    for (String name : names) {
      named(all, name).run(report);
    }
  }

  private static Benchmark named(List<Benchmark> all, String name) {
    return all.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no benchmark "
                        + name
                        + ". Name one of "
                        + all.stream().map(Benchmark::name).toList()
                        + "."));
  }

  private static List<Benchmark> all() throws ReflectiveOperationException {
    ClassPathScanningCandidateComponentProvider scan =
        new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AssignableTypeFilter(Benchmark.class));
    List<Benchmark> all = new ArrayList<>();
    for (BeanDefinition found : scan.findCandidateComponents("io.touchstone")) {
      var constructor = Class.forName(found.getBeanClassName()).getDeclaredConstructor();
      constructor.setAccessible(true);
      all.add((Benchmark) constructor.newInstance());
    }
    all.sort(Comparator.comparing(Benchmark::name));
    return all;
  }
}

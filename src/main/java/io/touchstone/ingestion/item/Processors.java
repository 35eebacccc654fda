package io.touchstone.ingestion.item;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * The machine's processors, for work on many texts of which none needs another. Whatever their
 * number, results come in the order of what they are made of.
 */
@Component
public final class Processors {

  /** So that one slow text does not keep the others waiting. */
  private static final int SLICES_PER_PROCESSOR = 4;

  private final int count;
  private final ExecutorService threads;

  public Processors() {
    this(Runtime.getRuntime().availableProcessors());
  }

  /**
   * @param count of threads that all callers share, at least 1
   */
  public Processors(int count) {
    this.count = count;
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            count,
            count,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "texts");
              // Idle threads end by themselves; none keeps a stopped application alive.
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    threads = pool;
  }

  /**
   * What a function makes of each, in order.
   *
   * @param work may be called by several threads at once; the first exception in the order of the
   *     list is thrown
   */
  public <T, R> List<R> each(List<T> all, Function<T, R> work) {
    int size = Math.max(1, all.size() / (count * SLICES_PER_PROCESSOR));
    List<Callable<List<R>>> slices = new ArrayList<>();
    for (int from = 0; from < all.size(); from += size) {
      List<T> slice = all.subList(from, Math.min(all.size(), from + size));
      slices.add(() -> slice.stream().map(work).toList());
    }
    List<R> made = new ArrayList<>(all.size());
    try {
      for (Future<List<R>> slice : threads.invokeAll(slices)) {
        made.addAll(slice.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped amid a chunk, which will be repeated.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(e.getCause());
    }
    return made;
  }
}

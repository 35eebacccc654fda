package io.touchstone.platform;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the steps of a start before the port opens: work that people go on with would lock the rows
 * that a step writes.
 */
@Component
class StartSequence implements SmartLifecycle {

  /** The port opens in a phase between this one and that in which open calls are waited for. */
  private static final int BEFORE_THE_PORT =
      WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE - 4096;

  private final ObjectProvider<StartStep> steps;
  private volatile boolean done;

  StartSequence(ObjectProvider<StartStep> steps) {
    this.steps = steps;
  }

  @Override
  public int getPhase() {
    return BEFORE_THE_PORT;
  }

  @Override
  public void start() {
    List<StartStep> ordered = steps.orderedStream().toList();
    ordered.forEach(StartStep::run);
    done = true;
  }

  @Override
  public void stop() {
    done = false;
  }

  @Override
  public boolean isRunning() {
    return done;
  }
}

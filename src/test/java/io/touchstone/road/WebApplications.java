package io.touchstone.road;

import java.util.Optional;
import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.admin.AdminRuntimeDelegate;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.CockpitRuntimeDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.tasklist.TasklistRuntimeDelegate;
import org.camunda.bpm.welcome.Welcome;
import org.camunda.bpm.welcome.WelcomeRuntimeDelegate;

/**
 * Camunda's web applications, and its engine of one name, are one to a JVM: an application that
 * ends takes them away from any other, whose pages answer 500 from then on.
 */
record WebApplications(
    AdminRuntimeDelegate admin,
    CockpitRuntimeDelegate cockpit,
    TasklistRuntimeDelegate tasklist,
    WelcomeRuntimeDelegate welcome,
    Optional<ProcessEngine> engine) {

  /** Every application calls its engine so. */
  private static final String ENGINE = ProcessEngines.NAME_DEFAULT;

  /** Those that serve now. */
  static WebApplications now() {
    return new WebApplications(
        Admin.getRuntimeDelegate(),
        Cockpit.getRuntimeDelegate(),
        Tasklist.getRuntimeDelegate(),
        Welcome.getRuntimeDelegate(),
        Optional.ofNullable(ProcessEngines.getProcessEngines().get(ENGINE)));
  }

  /** Lets them serve again. */
  void restore() {
    Admin.setAdminRuntimeDelegate(admin);
    Cockpit.setCockpitRuntimeDelegate(cockpit);
    Tasklist.setTasklistRuntimeDelegate(tasklist);
    Welcome.setRuntimeDelegate(welcome);
    engine.ifPresent(ProcessEngines::registerProcessEngine);
  }
}

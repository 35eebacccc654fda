package io.touchstone.platform.security;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person is to the pipeline; each role is a group of the engine. */
public enum Role {
  ANNOTATOR("annotator", "annotators"),
  REVIEWER("reviewer", "reviewers"),
  PRIVACY_OFFICER("privacyofficer", "privacy officers"),
  GUIDELINE_OWNER("guidelineowner", "guideline owners"),
  DATA_MANAGER("datamanager", "data managers"),
  PROCESS_OWNER("processowner", "process owners"),
  AUDITOR("auditor", "auditors"),
  TRAINING_ENGINEER("trainingengineer", "training engineers"),
  ADMINISTRATOR("camunda-admin", "administrators");

  private final String group;
  private final String plural;

  Role(String group, String plural) {
    this.group = group;
    this.plural = plural;
  }

  /** Id of the engine's group; the engine refuses hyphens except in its own. */
  public String group() {
    return group;
  }

  /** Word for the people of the role, for sentences. */
  public String plural() {
    return plural;
  }

  public static Optional<Role> ofGroup(String group) {
    return Arrays.stream(values()).filter(role -> role.group.equals(group)).findFirst();
  }

  static String listed(Role... roles) {
    return Arrays.stream(roles).map(Role::plural).collect(Collectors.joining(", "));
  }
}

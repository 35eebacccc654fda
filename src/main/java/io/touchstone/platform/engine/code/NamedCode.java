package io.touchstone.platform.engine.code;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Date;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.FunctionNode;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.Tree;
import org.joda.time.DateTime;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * What an expression may name: the product's delegates and listeners, four functions, and a few
 * members of what these and the engine hand out. From any other member, {@code getClass} the first,
 * a way leads to every class of the machine.
 */
@Component
public class NamedCode {

  private static final Set<String> FUNCTIONS =
      Set.of("now", "dateTime", "currentUser", "currentUserGroups");

  private static final List<Class<?>> CALLED_BY_PROCESSES =
      List.of(JavaDelegate.class, ExecutionListener.class, TaskListener.class);

  private static final Set<String> VARIABLES =
      Set.of(
          "getVariable",
          "getVariableLocal",
          "hasVariable",
          "hasVariableLocal",
          "setVariable",
          "setVariableLocal",
          "removeVariable");

  private static final Map<Class<?>, Set<String>> MEMBERS = new LinkedHashMap<>();

  static {
    MEMBERS.put(
        DelegateExecution.class,
        together(
            VARIABLES,
            "id",
            "businessKey",
            "processBusinessKey",
            "processInstanceId",
            "processDefinitionId",
            "currentActivityId",
            "currentActivityName",
            "eventName"));
    MEMBERS.put(
        DelegateTask.class,
        together(
            VARIABLES,
            "id",
            "name",
            "assignee",
            "priority",
            "dueDate",
            "taskDefinitionKey",
            "processInstanceId",
            "eventName"));
    MEMBERS.put(
        DateTime.class,
        Set.of(
            "plusSeconds",
            "plusMinutes",
            "plusHours",
            "plusDays",
            "plusWeeks",
            "plusMonths",
            "plusYears",
            "minusSeconds",
            "minusMinutes",
            "minusHours",
            "minusDays",
            "minusWeeks",
            "minusMonths",
            "minusYears",
            "withTimeAtStartOfDay",
            "withHourOfDay",
            "withMinuteOfHour",
            "dayOfWeek",
            "hourOfDay",
            "toDate"));
    MEMBERS.put(Date.class, Set.of("time"));
    MEMBERS.put(
        String.class,
        Set.of("contains", "startsWith", "endsWith", "equals", "isEmpty", "length", "trim"));
    MEMBERS.put(Collection.class, Set.of("contains", "isEmpty", "size"));
    MEMBERS.put(Map.class, Set.of("containsKey", "isEmpty", "size"));
  }

  private static final Set<String> ALL_MEMBERS =
      MEMBERS.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

  private final ApplicationContext beans;

  NamedCode(ApplicationContext beans) {
    this.beans = beans;
  }

  private static Set<String> together(Set<String> some, String... others) {
    Set<String> all = new java.util.HashSet<>(some);
    all.addAll(List.of(others));
    return Set.copyOf(all);
  }

  /** Whether the product has a delegate or a listener of that name. */
  public boolean isBean(String name) {
    return called(name).isPresent();
  }

  /** The delegate or listener of that name; empty for every other bean of the product. */
  Optional<Object> called(String name) {
    if (!beans.containsBean(name)) {
      return Optional.empty();
    }
    Class<?> type = beans.getType(name);
    boolean named =
        type != null && CALLED_BY_PROCESSES.stream().anyMatch(each -> each.isAssignableFrom(type));
    return named ? Optional.of(beans.getBean(name)) : Optional.empty();
  }

  static boolean isFunction(String name) {
    return FUNCTIONS.contains(name);
  }

  /** Whether an expression may read or call this of an object. */
  static boolean isMember(Object of, String member) {
    return MEMBERS.entrySet().stream()
        .anyMatch(
            each -> each.getKey().isInstance(of) && each.getValue().contains(property(member)));
  }

  /** A getter may be written out. */
  private static String property(String member) {
    if (ALL_MEMBERS.contains(member) || !member.matches("get[A-Z].*")) {
      return member;
    }
    return Character.toLowerCase(member.charAt(3)) + member.substring(4);
  }

  /**
   * What in this expression is not named, so that it can be said before it runs; what kind of
   * object a member is asked of shows only when it does.
   *
   * @throws RuntimeException if it cannot be read
   */
  static Optional<String> notNamed(String expression) {
    Tree tree = new Builder(Builder.Feature.METHOD_INVOCATIONS).build(expression);
    for (FunctionNode function : tree.getFunctionNodes()) {
      if (!isFunction(function.getName())) {
        return Optional.of("the function " + function.getName());
      }
    }
    Deque<Node> left = new ArrayDeque<>(List.of(tree.getRoot()));
    while (!left.isEmpty()) {
      Node node = left.pop();
      Optional<String> found = notNamed(node);
      if (found.isPresent()) {
        return found;
      }
      for (int child = 0; child < node.getCardinality(); child++) {
        left.push(node.getChild(child));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> notNamed(Node node) {
    if (node instanceof AstBracket) {
      return Optional.of("brackets");
    }
    if (node instanceof AstDot dot) {
      String member = dot.toString().replaceFirst("^\\.\\s*", "");
      return ALL_MEMBERS.contains(property(member))
          ? Optional.empty()
          : Optional.of("\"" + member + "\"");
    }
    return Optional.empty();
  }
}

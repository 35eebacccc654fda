package io.touchstone.platform.engine.code;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.FunctionMapper;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;

/**
 * The engine's expressions, which know variables and {@link NamedCode}: wherever an expression
 * comes from, a file that was checked, a version of long ago or somebody's query, nothing else of
 * the machine can be reached from it.
 */
public final class NamedExpressions extends JuelExpressionManager {

  private final NamedCode code;

  public NamedExpressions(NamedCode code) {
    this.code = code;
  }

  @Override
  protected ELResolver createElResolver() {
    CompositeELResolver resolvers = new CompositeELResolver();
    resolvers.add(new VariableScopeElResolver());
    resolvers.add(new VariableContextElResolver());
    resolvers.add(new Beans(code));
    resolvers.add(new ArrayELResolver(true));
    resolvers.add(new ListELResolver(true));
    resolvers.add(new MapELResolver(true));
    resolvers.add(new Members());
    return resolvers;
  }

  @Override
  protected FunctionMapper createFunctionMapper() {
    FunctionMapper engines = super.createFunctionMapper();
    return new FunctionMapper() {
      @Override
      public java.lang.reflect.Method resolveFunction(String prefix, String name) {
        return NamedCode.isFunction(name) ? engines.resolveFunction(prefix, name) : null;
      }
    };
  }

  /** The product's delegates and listeners by their names. */
  private static final class Beans extends ELResolver {

    private final NamedCode code;

    private Beans(NamedCode code) {
      this.code = code;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
      Optional<Object> called =
          base == null && property instanceof String name ? code.called(name) : Optional.empty();
      called.ifPresent(bean -> context.setPropertyResolved(true));
      return called.orElse(null);
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
      return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {}

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
      return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
      return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
      return Object.class;
    }
  }

  /** Only members that are named. */
  private static final class Members extends BeanELResolver {

    private Members() {
      super(true);
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
      if (base != null) {
        mustBeNamed(base, property);
      }
      return super.getValue(context, base, property);
    }

    @Override
    public Object invoke(
        ELContext context, Object base, Object method, Class<?>[] types, Object[] values) {
      if (base != null) {
        mustBeNamed(base, method);
      }
      return super.invoke(context, base, method, types, values);
    }

    private static void mustBeNamed(Object base, Object member) {
      if (!NamedCode.isMember(base, String.valueOf(member))) {
        throw new ELException(
            "An expression asks for \"" + member + "\", which the product does not name.");
      }
    }
  }
}

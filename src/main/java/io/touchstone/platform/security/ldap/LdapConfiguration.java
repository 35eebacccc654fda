package io.touchstone.platform.security.ldap;

import io.touchstone.platform.TouchstoneSettings;
import io.touchstone.platform.security.Directory;
import io.touchstone.platform.security.project.ProjectAccess;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.StringUtils;

/** The directory, where the settings name one. */
@Configuration(proxyBeanMethods = false)
class LdapConfiguration {

  static final class Named implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return StringUtils.hasText(context.getEnvironment().getProperty("touchstone.ldap.url"));
    }
  }

  @Bean
  @Conditional(Named.class)
  LdapMirror ldapMirror(
      TouchstoneSettings settings,
      DirectoryPeople known,
      ObjectProvider<Directory> accounts,
      ProjectAccess access,
      MirrorLog record,
      Clock clock,
      PlatformTransactionManager transactions) {
    return new LdapMirror(settings.ldap(), known, accounts, access, record, clock, transactions);
  }
}

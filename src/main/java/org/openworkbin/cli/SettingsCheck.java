package org.openworkbin.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Finds settings that are not valid, and names below {@code open-workbin} that mean nothing. */
final class SettingsCheck {
  private static final String PREFIX = "open-workbin";

  /** What the packaged program sets itself is not the operator's. */
  private static final String PACKAGED = "class path resource";

  private SettingsCheck() {}

  /** Sentences for people; none where all is well. */
  static List<String> findings(ConfigurableEnvironment environment) {
    List<String> findings = new ArrayList<>();
    for (Class<?> settings : settingsTypes()) {
      bind(environment, settings, findings);
    }
    Set<ConfigurationPropertyName> known = new HashSet<>();
    SettingsJson.names().forEach(name -> known.add(ConfigurationPropertyName.of(name)));
    for (String name : unknown(environment, known)) {
      findings.add("The setting %s is not known.".formatted(name));
    }
    return findings;
  }

  private static void bind(
      ConfigurableEnvironment environment, Class<?> settings, List<String> findings) {
    ConfigurationProperties annotation =
        AnnotatedElementUtils.findMergedAnnotation(settings, ConfigurationProperties.class);
    if (annotation == null) {
      return;
    }
    try {
      Binder.get(environment).bindOrCreate(annotation.prefix(), settings);
    } catch (BindException wrong) {
      findings.addAll(Failures.sentences(wrong));
    }
  }

  private static List<Class<?>> settingsTypes() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    List<Class<?>> types = new ArrayList<>();
    for (BeanDefinition found : scanner.findCandidateComponents("org.openworkbin")) {
      types.add(ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null));
    }
    return types;
  }

  private static Set<String> unknown(
      ConfigurableEnvironment environment, Set<ConfigurationPropertyName> known) {
    Set<String> unknown = new TreeSet<>();
    for (PropertySource<?> source : environment.getPropertySources()) {
      if (source instanceof SystemEnvironmentPropertySource variables) {
        unknown.addAll(unknownVariables(variables, known));
      } else if (source instanceof EnumerablePropertySource<?> named
          && !source.getName().contains(PACKAGED)) {
        for (String name : named.getPropertyNames()) {
          if (name.startsWith(PREFIX + ".") && !isKnown(name, known)) {
            unknown.add(name);
          }
        }
      }
    }
    return unknown;
  }

  private static boolean isKnown(String name, Set<ConfigurationPropertyName> known) {
    ConfigurationPropertyName asked = ConfigurationPropertyName.adapt(name, '.');
    return known.stream().anyMatch(each -> each.equals(asked) || each.isAncestorOf(asked));
  }

  /** Spring takes {@code OPENWORKBIN_DATABASE_URL} and {@code OPEN_WORKBIN_DATABASE_URL}. */
  private static Set<String> unknownVariables(
      SystemEnvironmentPropertySource variables, Set<ConfigurationPropertyName> known) {
    Set<String> spellings = new HashSet<>();
    for (ConfigurationPropertyName name : known) {
      String upper = name.toString().toUpperCase(Locale.ROOT).replace('.', '_');
      spellings.add(upper.replace("-", ""));
      spellings.add(upper.replace('-', '_'));
    }
    Set<String> unknown = new TreeSet<>();
    for (Map.Entry<String, Object> variable : variables.getSource().entrySet()) {
      String name = variable.getKey();
      if ((name.startsWith("OPENWORKBIN_") || name.startsWith("OPEN_WORKBIN_"))
          && spellings.stream()
              .noneMatch(each -> name.equals(each) || name.startsWith(each + "_"))) {
        unknown.add(name);
      }
    }
    return unknown;
  }
}

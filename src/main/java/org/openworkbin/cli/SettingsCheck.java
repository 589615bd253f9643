package org.openworkbin.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * What is wrong with the settings.
 *
 * @param findings sentences for people: each setting that is not valid, then each name below {@code
 *     open-workbin} that means nothing
 * @param areValid whether the program can start with them
 */
record SettingsCheck(List<String> findings, boolean areValid) {
  private static final String PREFIX = "open-workbin";

  /** What the packaged program sets itself is not the operator's. */
  private static final String PACKAGED = "class path resource";

  SettingsCheck {
    findings = List.copyOf(findings);
  }

  /** Looks at all settings of that environment. */
  static SettingsCheck of(ConfigurableEnvironment environment) {
    Set<ConfigurationPropertyName> known = new TreeSet<>();
    SettingsJson.names().forEach(name -> known.add(ConfigurationPropertyName.of(name)));
    Set<String> wrong = new LinkedHashSet<>();
    for (Class<?> settings : settingsTypes()) {
      wrong.addAll(wrong(environment, settings, known));
    }
    List<String> findings = new ArrayList<>(wrong);
    for (String name : unknown(environment, known)) {
      findings.add("The setting %s is not known.".formatted(name));
    }
    return new SettingsCheck(findings, wrong.isEmpty());
  }

  /**
   * Each setting beside the defaults of all others, since what makes one wrong hides the next; all
   * together only where each is right.
   */
  private static Set<String> wrong(
      ConfigurableEnvironment environment,
      Class<?> settings,
      Set<ConfigurationPropertyName> known) {
    Set<String> wrong = new LinkedHashSet<>();
    for (ConfigurationPropertyName name : known) {
      bind(environment, settings, each -> name.equals(each) || name.isAncestorOf(each), wrong);
    }
    if (wrong.isEmpty()) {
      bind(environment, settings, _ -> true, wrong);
    }
    return wrong;
  }

  private static void bind(
      ConfigurableEnvironment environment,
      Class<?> settings,
      Predicate<ConfigurationPropertyName> taken,
      Set<String> wrong) {
    ConfigurationProperties annotation =
        AnnotatedElementUtils.findMergedAnnotation(settings, ConfigurationProperties.class);
    if (annotation == null) {
      return;
    }
    List<ConfigurationPropertySource> sources = new ArrayList<>();
    ConfigurationPropertySources.get(environment)
        .forEach(source -> sources.add(source.filter(taken)));
    try {
      new Binder(sources, new PropertySourcesPlaceholdersResolver(environment))
          .bindOrCreate(annotation.prefix(), settings);
    } catch (BindException failure) {
      wrong.addAll(Failures.sentences(failure));
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

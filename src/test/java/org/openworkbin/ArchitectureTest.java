package org.openworkbin;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "org.openworkbin", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "org.openworkbin";

  /** What each package may use; a package that is not listed belongs to the one that holds it. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          entry("id", Set.of()),
          entry("refusal", Set.of("id")),
          entry("sql", Set.of()),
          entry("ledger", Set.of("id", "refusal")),
          entry("ledger.jdbc", Set.of("id", "refusal", "ledger", "sql")),
          entry("directory", Set.of("id", "refusal", "sql")),
          entry("http", Set.of("id", "refusal")),
          entry("push", Set.of("id", "refusal", "ledger", "directory")),
          entry("push.cometd", Set.of("id", "refusal", "ledger", "directory", "push", "http")),
          entry(
              "interaction",
              Set.of("id", "refusal", "ledger", "directory", "push", "http", "presence")),
          entry(
              "workbin",
              Set.of("id", "refusal", "ledger", "directory", "push", "http", "interaction")),
          entry("session", Set.of("id", "refusal", "directory", "push", "http")),
          entry("presence", Set.of("id", "refusal", "directory", "push", "http")),
          entry("center", Set.of("id", "refusal", "ledger", "directory", "interaction")),
          entry(
              "administration",
              Set.of(
                  "id",
                  "refusal",
                  "ledger",
                  "directory",
                  "push",
                  "http",
                  "session",
                  "presence",
                  "interaction",
                  "center")),
          entry(
              "lease",
              Set.of("id", "refusal", "ledger", "directory", "http", "interaction", "presence")),
          entry(
              "supervision",
              Set.of(
                  "id",
                  "refusal",
                  "sql",
                  "ledger",
                  "directory",
                  "http",
                  "interaction",
                  "workbin",
                  "lease")),
          entry("description", Set.of("refusal", "http")),
          entry("page", Set.of("refusal", "http")),
          entry("proof.client", Set.of("directory")),
          entry("proof.load", Set.of("proof.client")),
          entry("proof.history", Set.of()),
          entry("proof.prove", Set.of("proof.client", "proof.history")));

  /** The start and the commands put everything together. */
  private static final Set<String> MAY_USE_ALL = Set.of("", "cli");

  @ArchTest
  static final ArchRule packagesUseOnlyWhatTheyMay =
      classes().should(useOnlyWhatTheirPackageMay()).because("the table above is the design");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);

  @ArchTest
  static final ArchRule idsNeedNothingButTheJdk =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".id..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("java..", "org.jspecify..", ROOT + ".id..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule cometdServerIsInItsPackageOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".push.cometd..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.cometd.server..",
              "org.cometd.bayeux.server..",
              "org.cometd.annotation.server..",
              "org.cometd.oort..");

  @ArchTest
  static final ArchRule cometdClientIsInTheProofOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + ".push.cometd..", ROOT + ".proof..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.cometd..");

  @ArchTest
  static final ArchRule databaseIsInSqlAndJdbcClassesOnly =
      noClasses()
          .that(not(resideInAPackage(ROOT + ".sql..").or(named("Jdbc.*"))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..",
              "javax.sql..",
              "org.springframework.jdbc..",
              "org.flywaydb..",
              "com.zaxxer.hikari..",
              "org.postgresql..",
              "org.sqlite..");

  @ArchTest
  static final ArchRule jsonIsAtTheEdgesOnly =
      noClasses()
          .that(
              not(
                  resideInAnyPackage(ROOT + ".http..", ROOT + ".push.cometd..", ROOT + ".proof..")
                      .or(named(".*Json"))))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "tools.jackson..", "com.fasterxml.jackson..", "org.eclipse.jetty.util.ajax..");

  @ArchTest
  static final ArchRule timeComesFromAnInstantSource =
      noClasses()
          .should()
          .accessTargetWhere(
              matches(
                  "java\\.time\\..*\\.now\\((java\\.time\\.ZoneId)?\\)"
                      + "|java\\.lang\\.System\\.currentTimeMillis\\(\\)"
                      + "|java\\.util\\.Date\\.<init>\\(\\)"))
          .because("a test must be able to set the time: inject an InstantSource");

  @ArchTest
  static final ArchRule systemClockIsMadeWhereThingsArePutTogether =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT, ROOT + ".cli..", ROOT + ".proof..")
          .should()
          .accessTargetWhere(
              matches("java\\.time\\.(Clock|InstantSource)\\.(system|tick)\\w*\\(.*\\)"))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule randomIdsComeFromTheGenerator =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + ".id..", ROOT + ".proof..")
          .should()
          .accessTargetWhere(
              matches(
                  "java\\.util\\.UUID\\.randomUUID\\(\\)"
                      + "|java\\.lang\\.Math\\.random\\(\\)"
                      + "|java\\.util\\.concurrent\\.ThreadLocalRandom\\.current\\(\\)"
                      + "|java\\.util\\.(Splittable)?Random\\.<init>\\(.*\\)"
                      + "|java\\.util\\.random\\.\\w+\\.(of|getDefault)\\(.*\\)"))
          .because("a test must be able to foretell an id: inject the generator");

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .should()
          .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Handler|Processor)")
          .because("such a name fits everything");

  @ArchTest
  static final ArchRule everyPackageIsNullMarked = classes().should(resideInANullMarkedPackage());

  private static ArchCondition<JavaClass> useOnlyWhatTheirPackageMay() {
    return new ArchCondition<>("use only what their package may") {
      @Override
      public void check(JavaClass user, ConditionEvents events) {
        for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
          JavaClass used = dependency.getTargetClass().getBaseComponentType();
          if (used.getPackageName().startsWith(ROOT) && !mayUse(user, used)) {
            events.add(SimpleConditionEvent.violated(user, dependency.getDescription()));
          }
        }
      }
    };
  }

  private static boolean mayUse(JavaClass user, JavaClass used) {
    String from = listed(user);
    String to = listed(used);
    return from.equals(to)
        || MAY_USE_ALL.contains(from)
        || MAY_USE.getOrDefault(from, Set.of()).contains(to)
        || (to.equals("sql") && topLevelName(user).startsWith("Jdbc"));
  }

  /** The longest listed package that holds the class, or its own where none does. */
  private static String listed(JavaClass type) {
    String name = type.getPackageName().substring(ROOT.length()).replaceFirst("^\\.", "");
    for (String holder = name; !holder.isEmpty(); holder = parent(holder)) {
      if (MAY_USE.containsKey(holder) || MAY_USE_ALL.contains(holder)) {
        return holder;
      }
    }
    return name;
  }

  private static String parent(String name) {
    return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : "";
  }

  private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
    return new ArchCondition<>("reside in a package whose package-info.java says @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
          events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " says nothing"));
        }
      }
    };
  }

  private static DescribedPredicate<JavaClass> named(String pattern) {
    return describe("are named " + pattern, type -> topLevelName(type).matches(pattern));
  }

  /** The name of the class that a nested one stands in. */
  private static String topLevelName(JavaClass type) {
    return type.getName().substring(type.getPackageName().length() + 1).replaceFirst("\\$.*", "");
  }

  private static DescribedPredicate<JavaAccess<?>> matches(String pattern) {
    return describe("is " + pattern, access -> access.getTarget().getFullName().matches(pattern));
  }
}

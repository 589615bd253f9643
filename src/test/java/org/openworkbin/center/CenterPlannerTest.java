package org.openworkbin.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.center.SampleFile.CENTER;
import static org.openworkbin.center.SampleFile.EMPTY;
import static org.openworkbin.center.SampleFile.applied;
import static org.openworkbin.center.SampleFile.plan;
import static org.openworkbin.center.SampleFile.problems;

import org.junit.jupiter.api.Test;
import org.openworkbin.directory.AgentGroup;
import org.openworkbin.directory.ContactCenter;
import org.openworkbin.directory.Feature;
import org.openworkbin.directory.User;

/** What a file changes in a contact centre that is there. */
class CenterPlannerTest {
  @Test
  void idsThatAreLeftOutAreMadeOnceAndKeptByName() {
    ContactCenter loaded = applied(EMPTY, plan(EMPTY, CENTER));

    ImportPlan again = plan(loaded, CENTER.replace("firstName: Ada", "firstName: Augusta"));

    assertThat(again.change().puts(User.class))
        .singleElement()
        .satisfies(user -> {
          assertThat(user.id()).isEqualTo(loaded.all(User.class).getFirst().id());
          assertThat(user.firstName()).isEqualTo("Augusta");
        });
    assertThat(again.change().puts(AgentGroup.class)).isEmpty();
    assertThat(again.verdicts())
        .extracting(Verdict::toString)
        .contains("changed    user ada (firstName, password)", "unchanged  place Desk-1");
  }

  @Test
  void featuresAreReplacedWhereTheFileNamesAny() {
    ContactCenter loaded = applied(EMPTY, plan(EMPTY, "features: [api-multimedia-chat]"));

    assertThat(loaded.all(Feature.class)).containsExactly(Feature.CHAT);
    assertThat(plan(loaded, CENTER).change().puts(Feature.class)).isEmpty();
    assertThat(plan(loaded, CENTER).change().removals()).isEmpty();
    assertThat(plan(loaded, "features: [api-multimedia-chat]").isEmpty()).isTrue();
    assertThat(plan(loaded, "features: []").change().removals())
        .containsExactly(Feature.CHAT.key());
    assertThat(plan(loaded, "features: [api-multimedia]").verdicts())
        .extracting(Verdict::toString)
        .containsExactly("changed    contact centre features (features)");
  }

  @Test
  void fieldsThatAreLeftOutStayAsTheyAre() {
    ContactCenter loaded = applied(EMPTY, plan(EMPTY, CENTER));

    ImportPlan plan = plan(loaded, "users: [{userName: ada, lastName: Byron}]");

    User ada = plan.change().puts(User.class).getFirst();
    assertThat(ada.firstName()).isEqualTo("Ada");
    assertThat(ada.lastName()).isEqualTo("Byron");
    assertThat(ada.defaultPlace()).isPresent();
    assertThat(plan.change().passwordHashes()).isEmpty();
  }

  @Test
  void aFieldThatIsEmptyIsEmptied() {
    ContactCenter loaded = applied(EMPTY, plan(EMPTY, CENTER));

    ImportPlan plan =
        plan(
            loaded,
            """
            users: [{userName: ada, firstName: '', defaultPlace: null}]
            agentGroups: [{name: Team, members: []}]
            """);

    assertThat(plan.change().puts(User.class).getFirst().firstName()).isEmpty();
    assertThat(plan.change().puts(User.class).getFirst().defaultPlace()).isEmpty();
    assertThat(plan.change().puts(AgentGroup.class).getFirst().members()).isEmpty();
  }

  @Test
  void aNameThatHasAnotherIdInTheStoreIsAProblem() {
    ContactCenter loaded = applied(EMPTY, plan(EMPTY, "places: [{name: Desk-1, id: one}]"));

    assertThat(problems(loaded, "places: [{name: Desk-1, id: two}]"))
        .extracting(Problem::text)
        .containsExactly("the place 'Desk-1' has the id 'one'");
  }

  @Test
  void aKnownIdWithAnotherNameIsARename() {
    ContactCenter loaded = applied(EMPTY, plan(EMPTY, "places: [{name: Desk-1, id: one}]"));

    ImportPlan plan = plan(loaded, "places: [{name: Table-1, id: one}]");

    assertThat(plan.verdicts())
        .extracting(Verdict::toString)
        .containsExactly("changed    place Table-1 (name)");
    assertThat(
            problems(
                loaded,
                """
                places: [{name: Table-1, id: one}]
                users: [{userName: ada, defaultPlace: Desk-1}]
                """))
        .extracting(Problem::text)
        .containsExactly("there is no place 'Desk-1'");
  }

  @Test
  void theTypeOfAWorkbinCannotChange() {
    ContactCenter loaded = applied(EMPTY, plan(EMPTY, CENTER));

    assertThat(problems(loaded, "workbins: [{name: team-wb, type: Agent}]"))
        .extracting(Problem::text)
        .containsExactly("the workbin is one of type AgentGroup, which can't change");
  }
}

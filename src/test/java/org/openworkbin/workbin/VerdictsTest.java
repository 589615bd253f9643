package org.openworkbin.workbin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.testing.Center.ADA;
import static org.openworkbin.testing.Center.ADAS_BIN;
import static org.openworkbin.testing.Center.BEN;
import static org.openworkbin.testing.Center.BENS_BIN;
import static org.openworkbin.testing.Center.DAN;
import static org.openworkbin.testing.Center.REVIEW;
import static org.openworkbin.testing.Center.SUE;
import static org.openworkbin.testing.Center.TEAM_BIN;
import static org.openworkbin.testing.Happenings.THEN;
import static org.openworkbin.testing.Happenings.content;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.openworkbin.directory.Access;
import org.openworkbin.directory.BinAccess;
import org.openworkbin.directory.Directory;
import org.openworkbin.id.BinId;
import org.openworkbin.id.InteractionId;
import org.openworkbin.id.QueueId;
import org.openworkbin.id.UserId;
import org.openworkbin.interaction.Result;
import org.openworkbin.interaction.Whereabouts;
import org.openworkbin.interaction.Wish;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.testing.Center;
import org.openworkbin.testing.Happenings;
import org.openworkbin.testing.NobodySits;

class VerdictsTest {
  private static final InteractionId ID = new InteractionId("0001BaBFVPR20035");
  private static final Optional<InteractionId> NEXT = Optional.of(new InteractionId("NEXT"));

  private final Directory directory = Center.directory();
  private final Access access = new BinAccess(() -> directory, new NobodySits());
  private final Verdicts verdicts = new Verdicts(access, new Whereabouts(() -> directory, access));

  @Test
  void theLoserOfAPullIsToldWhoHasItSinceWhenAndWhatIsNext() {
    Refusal refusal = pull(ADA.id(), lost(new Location.Hand(BEN.id()), TEAM_BIN));

    assertThat(refusal)
        .isEqualTo(
            new Refusal.Taken(
                ID, new Refusal.HeldBy(BEN.id(), "ben", "ben", "Franklin", THEN), NEXT));
  }

  @Test
  void theHolderHimselfIsToldSoWhenHeRepeatsHisPull() {
    assertThat(pull(ADA.id(), lost(new Location.Hand(ADA.id()), TEAM_BIN)))
        .isInstanceOfSatisfying(
            Refusal.Taken.class,
            taken ->
                assertThat(taken.conflict())
                    .isInstanceOfSatisfying(
                        Refusal.HeldBy.class, held -> assertThat(held.id()).isEqualTo(ADA.id())));
  }

  @Test
  void anItemThatWasNeverInTheBinIsUnknown() {
    assertThat(pull(ADA.id(), lost(new Location.Hand(BEN.id()), BENS_BIN)))
        .isInstanceOf(Refusal.Unknown.class);
    assertThat(pull(ADA.id(), new Outcome.Absent(ID))).isInstanceOf(Refusal.Unknown.class);
  }

  @Test
  void aBinThatTheLoserMayNotSeeIsNotNamed() {
    assertThat(conflict(pull(ADA.id(), lost(new Location.Bin(BENS_BIN), TEAM_BIN))))
        .isEqualTo(new Refusal.Elsewhere(THEN));
    assertThat(conflict(pull(SUE.id(), lost(new Location.Bin(BENS_BIN), TEAM_BIN))))
        .isEqualTo(new Refusal.MovedTo(BENS_BIN.workbin().value(), "In_Progress", THEN));
  }

  @Test
  void queueAndEndAreTold() {
    assertThat(conflict(pull(ADA.id(), lost(new Location.Queue(new QueueId("q1")), TEAM_BIN))))
        .as("a queue that is gone by its id")
        .isEqualTo(new Refusal.Queued("q1", THEN));
    assertThat(conflict(pull(ADA.id(), lost(new Location.Queue(REVIEW.id()), TEAM_BIN))))
        .isEqualTo(new Refusal.Queued("Review", THEN));
    assertThat(
            conflict(pull(ADA.id(), lost(new Location.Ended(Location.Ending.COMPLETED), TEAM_BIN))))
        .isEqualTo(new Refusal.Finished("Completed", THEN));
  }

  @Test
  void aTypedNameOnAnotherMediumIsInvalid() {
    Interaction chat = interaction(new Location.Bin(TEAM_BIN), TEAM_BIN);
    assertThat(pull(ADA.id(), new Outcome.WrongMedium(chat)))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            invalid -> assertThat(invalid.parameter()).isEqualTo("operationName"));
  }

  @Test
  void anAddOfWhatLiesThereAlreadyIsToldSo() {
    assertThat(add(ADA.id(), lost(new Location.Bin(TEAM_BIN), TEAM_BIN)))
        .isEqualTo(new Refusal.AlreadyThere(ID));
  }

  @Test
  void anAddOfWhatSomebodyHoldsNamesHimOnlyToWhoMayKnow() {
    assertThat(conflict(add(ADA.id(), lost(new Location.Hand(BEN.id()), TEAM_BIN))))
        .isInstanceOf(Refusal.HeldBy.class);
    assertThat(conflict(add(DAN.id(), lost(new Location.Hand(BEN.id()), TEAM_BIN))))
        .isEqualTo(new Refusal.Elsewhere(THEN));
  }

  @Test
  void anAddOfWhatIsParkedElsewhereIsNotPermitted() {
    assertThat(add(ADA.id(), lost(new Location.Bin(BENS_BIN), ADAS_BIN)))
        .isInstanceOf(Refusal.NotPermitted.class);
    assertThat(add(ADA.id(), lost(new Location.Queue(new QueueId("q1")), ADAS_BIN)))
        .isInstanceOf(Refusal.NotPermitted.class);
  }

  private Refusal pull(UserId caller, Outcome outcome) {
    return ((Result.Refused) verdicts.ofPull(caller, TEAM_BIN, outcome)).refusal();
  }

  private Refusal add(UserId caller, Outcome outcome) {
    return ((Result.Refused) verdicts.ofAdd(wish(caller), TEAM_BIN, outcome)).refusal();
  }

  private static Refusal.Conflict conflict(Refusal refusal) {
    return refusal instanceof Refusal.NotHolder not
        ? not.conflict()
        : ((Refusal.Taken) refusal).conflict();
  }

  private static Wish wish(UserId caller) {
    return new Wish(
        caller, new InteractionId("0001BaBFVPR20035"), Optional.empty(), OptionalLong.empty(), 0);
  }

  private static Outcome lost(Location now, BinId last) {
    return new Outcome.Lost(interaction(now, last), NEXT);
  }

  private static Interaction interaction(Location now, BinId last) {
    return Happenings.interaction(
        Medium.CHAT, content("Inbound", "{}", "{}"), now, Optional.of(last));
  }
}

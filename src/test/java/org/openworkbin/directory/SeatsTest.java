package org.openworkbin.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.directory.SampleCenter.DESK_1;
import static org.openworkbin.directory.SampleCenter.DESK_2;
import static org.openworkbin.directory.SampleCenter.DESK_5;
import static org.openworkbin.directory.SampleCenter.DESK_9;
import static org.openworkbin.directory.SampleCenter.DISABLED;
import static org.openworkbin.directory.SampleCenter.MANAGER;
import static org.openworkbin.directory.SampleCenter.MEMBER;
import static org.openworkbin.directory.SampleCenter.OUTSIDER;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openworkbin.id.PlaceId;

class SeatsTest {
  private final SeatStore store = new MemorySeatStore();
  private Directory directory = DirectorySnapshot.of(SampleCenter.center());
  private final Seats seats = new Seats(() -> directory, store);

  @Test
  void withoutASessionHeSitsOnHisDefaultPlace() {
    assertThat(seats.placeOf(MEMBER.id())).contains(DESK_1.id());
    assertThat(seats.sitterAt(DESK_1.id())).contains(MEMBER.id());
    assertThat(seats.hasSession(MEMBER.id())).isFalse();
  }

  @Test
  void withoutASessionAndADefaultPlaceHeSitsNowhere() {
    assertThat(seats.placeOf(MANAGER.id())).isEmpty();
  }

  @Test
  void aSessionOnAnotherPlaceFreesTheDefaultPlace() {
    seats.take(MEMBER.id(), Optional.of(DESK_2.id()));

    assertThat(seats.placeOf(MEMBER.id())).contains(DESK_2.id());
    assertThat(seats.sitterAt(DESK_2.id())).contains(MEMBER.id());
    assertThat(seats.sitterAt(DESK_1.id())).isEmpty();
    assertThat(seats.hasSession(MEMBER.id())).isTrue();
  }

  @Test
  void aSessionWithoutAPlaceSitsNowhere() {
    seats.take(MEMBER.id(), Optional.empty());

    assertThat(seats.placeOf(MEMBER.id())).isEmpty();
    assertThat(seats.sitterAt(DESK_1.id())).isEmpty();
  }

  @Test
  void whoTakesAPlaceIsToldWhoseSessionSatThere() {
    assertThat(seats.take(MEMBER.id(), Optional.of(DESK_2.id()))).isEmpty();
    assertThat(seats.take(MEMBER.id(), Optional.of(DESK_2.id()))).isEmpty();

    assertThat(seats.take(MANAGER.id(), Optional.of(DESK_2.id()))).contains(MEMBER.id());

    assertThat(seats.atWork()).containsExactlyInAnyOrder(MEMBER.id(), MANAGER.id());
    assertThat(seats.placeOf(MEMBER.id())).isEmpty();
    assertThat(seats.take(OUTSIDER.id(), Optional.of(DESK_1.id()))).isEmpty();
  }

  @Test
  void aSessionOnSomebodysDefaultPlaceTakesItFromHim() {
    seats.take(MANAGER.id(), Optional.of(DESK_1.id()));

    assertThat(seats.sitterAt(DESK_1.id())).contains(MANAGER.id());
    assertThat(seats.placeOf(MEMBER.id())).isEmpty();
  }

  @Test
  void theNewerOfTwoSessionsOnAPlaceSitsThere() {
    seats.take(MEMBER.id(), Optional.of(DESK_2.id()));
    seats.take(OUTSIDER.id(), Optional.of(DESK_2.id()));

    assertThat(seats.sitterAt(DESK_2.id())).contains(OUTSIDER.id());
    assertThat(seats.placeOf(MEMBER.id())).isEmpty();
    assertThat(seats.hasSession(MEMBER.id())).isTrue();
  }

  @Test
  void afterTheSessionHeSitsOnHisDefaultPlaceAgain() {
    seats.take(MEMBER.id(), Optional.of(DESK_2.id()));
    seats.leave(MEMBER.id());

    assertThat(seats.placeOf(MEMBER.id())).contains(DESK_1.id());
    assertThat(seats.sitterAt(DESK_2.id())).isEmpty();
  }

  @Test
  void leavingWithoutASessionChangesNothing() {
    seats.leave(MEMBER.id());

    assertThat(seats.placeOf(MEMBER.id())).contains(DESK_1.id());
  }

  @Test
  void aDisabledUserHoldsNoDefaultPlace() {
    assertThat(seats.sitterAt(DESK_5.id())).isEmpty();
    assertThat(seats.placeOf(DISABLED.id())).isEmpty();
  }

  @Test
  void ofTwoWithTheSameDefaultPlaceTheFirstByNameSitsThere() {
    User alan = SampleCenter.user("alan", true, Optional.of("desk-9"), Role.ROLE_AGENT);
    directory = DirectorySnapshot.of(SampleCenter.center(OUTSIDER, alan));

    assertThat(seats.sitterAt(DESK_9.id())).contains(alan.id());
    assertThat(seats.placeOf(OUTSIDER.id())).isEmpty();
  }

  @Test
  void seatsAreThoseOfTheStoreAfterARestart() {
    seats.take(MEMBER.id(), Optional.of(DESK_2.id()));

    Seats restarted = new Seats(() -> directory, store);

    assertThat(restarted.placeOf(MEMBER.id())).contains(DESK_2.id());
    assertThat(restarted.sitterAt(DESK_1.id())).isEmpty();
  }

  @Test
  void listenersAreCalledWhenAChangeIsInForce() {
    List<Optional<PlaceId>> places = new ArrayList<>();
    seats.onChange(() -> places.add(seats.placeOf(MEMBER.id())));

    seats.take(MEMBER.id(), Optional.of(DESK_2.id()));
    seats.take(MEMBER.id(), Optional.empty());

    assertThat(places).containsExactly(Optional.of(DESK_2.id()), Optional.empty());
  }
}

package org.openworkbin.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.testing.Center.ADA;
import static org.openworkbin.testing.Center.TEAM_BIN;
import static org.openworkbin.testing.Happenings.content;
import static org.openworkbin.testing.Happenings.interaction;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openworkbin.directory.Directory;
import org.openworkbin.id.BinId;
import org.openworkbin.id.QueueId;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.testing.Center;

class WayBackTest {
  private static final Directory CENTER = Center.directory();

  @Test
  void whatWasTakenOutOfABinGoesBackToItsOldPosition() {
    WayBack way = WayBack.of(inHand(Optional.of(TEAM_BIN)), CENTER).orElseThrow();

    assertThat(way.to()).isEqualTo(new Location.Bin(TEAM_BIN));
    assertThat(way.terms().oldPlace()).isTrue();
  }

  @Test
  void whatWasNeverInABinAndHasNoQueueStays() {
    assertThat(WayBack.of(inHand(Optional.empty()), CENTER)).isEmpty();
  }

  @Test
  void aQueueThatIsNoMoreIsNoWayBack() {
    assertThat(WayBack.of(from(Center.REVIEW.id()), CENTER))
        .map(WayBack::to)
        .contains(new Location.Queue(Center.REVIEW.id()));
    assertThat(WayBack.of(from(new QueueId("gone")), CENTER)).isEmpty();
  }

  private static Interaction from(QueueId home) {
    Interaction item = inHand(Optional.empty());
    return new Interaction(
        item.id(),
        item.medium(),
        item.content(),
        item.submittedAt(),
        item.submittedBy(),
        item.location(),
        item.since(),
        item.placement(),
        item.lastBin(),
        item.hold(),
        item.contentVersion(),
        Optional.of(home),
        item.note(),
        item.contact(),
        item.lastAgent());
  }

  private static Interaction inHand(Optional<BinId> last) {
    return interaction(
        Medium.WORKITEM, content("Inbound", "{}", "{}"), new Location.Hand(ADA.id()), last);
  }
}

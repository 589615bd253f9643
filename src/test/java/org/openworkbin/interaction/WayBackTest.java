package org.openworkbin.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openworkbin.testing.Center.ADA;
import static org.openworkbin.testing.Center.TEAM_BIN;
import static org.openworkbin.testing.Happenings.content;
import static org.openworkbin.testing.Happenings.interaction;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openworkbin.id.BinId;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;

class WayBackTest {

  @Test
  void whatWasTakenOutOfABinGoesBackToItsOldPosition() {
    WayBack way = WayBack.of(inHand(Optional.of(TEAM_BIN))).orElseThrow();

    assertThat(way.to()).isEqualTo(new Location.Bin(TEAM_BIN));
    assertThat(way.terms().oldPlace()).isTrue();
  }

  @Test
  void whatWasNeverInABinAndHasNoQueueStays() {
    assertThat(WayBack.of(inHand(Optional.empty()))).isEmpty();
  }

  private static Interaction inHand(Optional<BinId> last) {
    return interaction(
        Medium.WORKITEM, content("Inbound", "{}", "{}"), new Location.Hand(ADA.id()), last);
  }
}

package org.openworkbin.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openworkbin.id.BinId;
import org.openworkbin.id.UserId;
import org.openworkbin.id.WorkbinId;
import org.openworkbin.push.SubscriptionStore.Kept;

class WatchTest {
  private static final UserId ADA = new UserId("ada");
  private static final BinId BIN = new BinId(new WorkbinId("team"), ADA);

  private final Watch watch = Watch.asked(new Kept(new UUID(0, 1), ADA, BIN, false));
  private final List<Long> confirmed = new ArrayList<>();

  /**
   * A session that opens while another one's {@code Subscribe} is under way has not heard what was
   * told before it came.
   */
  @Test
  void confirmationIsNotBehindWhatWasToldMeanwhile() {
    watch.begin(3);
    watch.tell(4, _ -> {});

    watch.confirm(3, confirmed::add);

    assertThat(confirmed).containsExactly(4L);
  }

  @Test
  void confirmationIsNotBehindWhatTheBinHasReached() {
    watch.begin(3);
    watch.tell(4, _ -> {});

    watch.confirm(7, confirmed::add);

    assertThat(confirmed).containsExactly(7L);
  }

  @Test
  void whatIsNotToldIsNotConfirmed() {
    watch.tell(2, _ -> {});
    watch.begin(3);

    watch.confirm(3, confirmed::add);

    assertThat(confirmed).containsExactly(3L);
  }
}

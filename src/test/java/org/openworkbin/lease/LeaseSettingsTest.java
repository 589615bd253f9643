package org.openworkbin.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openworkbin.ledger.Medium;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LeaseSettingsTest {

  @Test
  void withoutSettingsALeaseLastsThreeHours() {
    LeaseSettings settings = bound(Map.of());

    assertThat(settings.duration()).isEqualTo(Duration.ofHours(3));
    assertThat(settings.offer()).isEqualTo(Duration.ofSeconds(60));
    assertThat(settings.returnAtSessionEnd()).isFalse();
    assertThat(settings.shortest()).contains(Duration.ofHours(3));
  }

  @Test
  void mediaAndWorkbinsAreNamedAsPeopleKnowThem() {
    LeaseSettings settings =
        bound(
            Map.of(
                "open-workbin.lease.duration", "0",
                "open-workbin.lease.media.chat", "15m",
                "open-workbin.lease.media.facebooksession", "0",
                "open-workbin.lease.workbins.team-wb", "60m",
                "open-workbin.lease.workbins[Team A]", "2h"));

    assertThat(settings.media())
        .isEqualTo(
            Map.of(Medium.CHAT, Duration.ofMinutes(15), Medium.FACEBOOKSESSION, Duration.ZERO));
    assertThat(settings.workbins())
        .isEqualTo(Map.of("team-wb", Duration.ofHours(1), "Team A", Duration.ofHours(2)));
    assertThat(settings.shortest()).contains(Duration.ofMinutes(15));
  }

  @Test
  void whereEverythingIsForEverNoLeaseIsTheShortest() {
    assertThat(bound(Map.of("open-workbin.lease.duration", "0")).shortest()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "duration, 30s, at least 1m",
    "duration, -1m, at least 1m",
    "media.chat, 59s, at least 1m",
    "workbins.team-wb, 1s, at least 1m",
    "offer, -1s, must not be negative",
    "sweep-every, 0, must be positive",
    "media.fax, 5m, fax",
  })
  void whatMakesNoSenseIsRefused(String name, String value, String why) {
    assertThatThrownBy(() -> bound(Map.of("open-workbin.lease." + name, value)))
        .hasStackTraceContaining(why);
  }

  private static LeaseSettings bound(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("open-workbin.lease", LeaseSettings.class);
  }
}

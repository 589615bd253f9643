package org.openworkbin.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openworkbin.directory.ContactCenter;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.DirectorySnapshot;
import org.openworkbin.directory.Feature;
import org.openworkbin.ledger.Medium;
import org.openworkbin.refusal.Refusal;
import org.openworkbin.refusal.RefusedException;

class FeaturesTest {

  @Test
  void oneFeatureIsForAllMedia() {
    assertThat(features(Feature.MULTIMEDIA).media()).isEqualTo(EnumSet.allOf(Medium.class));
  }

  @ParameterizedTest
  @CsvSource({
    "api-multimedia-chat, CHAT",
    "api-multimedia-email, EMAIL",
    "api-multimedia-facebook, FACEBOOK",
    "api-multimedia-facebooksession, FACEBOOKSESSION",
    "api-multimedia-openmedia, OPENMEDIA",
    "api-multimedia-twitter, TWEET",
    "api-multimedia-workitem, WORKITEM",
  })
  void aMediumHasAFeatureOfItsOwn(String id, Medium medium) {
    assertThat(features(Feature.of(id).orElseThrow()).media()).containsExactly(medium);
  }

  @Test
  void whatIsOffDoesNotExist() {
    Features chats = features(Feature.CHAT);

    chats.requireResource();
    chats.requireResource(Medium.CHAT);
    chats.requireOperation(Medium.CHAT);
    assertThatThrownBy(() -> chats.requireResource(Medium.EMAIL))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.Unknown.class));
    assertThatThrownBy(() -> chats.requireOperation(Medium.EMAIL))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.Invalid.class));
    assertThatThrownBy(() -> features().requireResource()).isInstanceOf(RefusedException.class);
  }

  private static Features features(Feature... on) {
    Directory directory =
        DirectorySnapshot.of(
            ContactCenter.of("00000000-0000-4000-8000-000000000000", 1, List.of(on)));
    return new Features(() -> directory);
  }
}

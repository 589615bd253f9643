package org.openworkbin.interaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.Set;
import org.openworkbin.http.ObjectText;
import org.openworkbin.refusal.Refusal;

/**
 * What the user data of an interaction have to keep to: so many bytes, so many keys, no NUL, no
 * half characters, and none of the keys that only the platform sets.
 */
public final class UserDataRules {
  /** Its integer value is the priority of the interaction. */
  public static final String PRIORITY = "Priority";

  private static final int MAX_BYTES = 64 * 1024;
  private static final int MAX_KEYS = 512;
  private static final Set<String> PLATFORM_KEYS =
      Set.of(
          "Workbin",
          "WorkbinAgentId",
          "WorkbinGroupId",
          "WorkbinPlaceId",
          "WorkbinPlaceGroupId",
          "InteractionId",
          "LastAgentId",
          "SubmittedAt",
          "SubmittedBy",
          "SubmitSeq",
          "AssignedAt",
          "AssignedTo",
          "DeliveredAt",
          "PlacedInQueueAt",
          "PlaceInQueueSeq",
          "IsHeld",
          "IsLocked");

  private UserDataRules() {}

  /** Whether only the server itself sets that key. */
  public static boolean isPlatformKey(String key) {
    return PLATFORM_KEYS.contains(key);
  }

  /** What is wrong with a key or a text, said for people. */
  public static Optional<String> problemOf(String text) {
    if (text.indexOf('\0') >= 0) {
      return Optional.of("the user data have a NUL character");
    }
    return UTF_8.newEncoder().canEncode(text)
        ? Optional.empty()
        : Optional.of("the user data have half a character");
  }

  /** What is wrong with the size of it all, said for people. */
  public static Optional<String> problemOfSize(String object, int keys) {
    if (object.length() > MAX_BYTES || object.getBytes(UTF_8).length > MAX_BYTES) {
      return Optional.of("the user data is larger than 64 KiB");
    }
    return keys > MAX_KEYS
        ? Optional.of("the user data has more than %d keys".formatted(MAX_KEYS))
        : Optional.empty();
  }

  /** Refuses what somebody wants to attach or to take away under a key of the platform. */
  static void requireOwnKeys(Iterable<String> keys) {
    for (String key : keys) {
      if (isPlatformKey(key)) {
        throw new Refusal.ReadOnly("userData", "Only the server itself sets " + key).asException();
      }
    }
  }

  /** Refuses user data that break a rule. */
  static void require(ObjectText userData) {
    for (String text : userData.allNames()) {
      refuse(problemOf(text));
    }
    for (String text : userData.allTexts()) {
      refuse(problemOf(text));
    }
    refuse(problemOfSize(userData.toString(), userData.allNames().size()));
  }

  private static void refuse(Optional<String> problem) {
    problem.ifPresent(why -> {
      throw new Refusal.OutOfRange("userData", "Refused: " + why).asException();
    });
  }
}

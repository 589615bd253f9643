package org.openworkbin.interaction;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.User;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Location;
import org.springframework.stereotype.Component;

/**
 * Says who takes part in what people join and leave like a chat: the one who has it in hand, by the
 * nickname that he took it with, else by his first name, else by his user name. Asks nothing but
 * memory.
 */
@Component
final class Participants {
  private final Directories directories;
  private final ChatSettings settings;

  Participants(Directories directories, ChatSettings settings) {
    this.directories = directories;
    this.settings = settings;
  }

  /** Those of an interaction; nobody where it is parked. */
  List<Participant> of(Interaction item) {
    if (settings.enableJoinOnPullChat()
        && MediumTerms.of(item.medium()).hasParticipants()
        && item.location() instanceof Location.Hand(UserId agent)) {
      return nickname(item, agent).map(name -> new Participant(id(item), name)).stream().toList();
    }
    return List.of();
  }

  private Optional<String> nickname(Interaction item, UserId agent) {
    return item.note().or(() -> directories.now().user(agent).map(Participants::name));
  }

  private static String name(User user) {
    return user.firstName().isBlank() ? user.userName() : user.firstName();
  }

  /** 16 hexadecimal digits, another each time that somebody joins. */
  private static String id(Interaction item) {
    return HexFormat.of().withUpperCase().toHexDigits(item.hold());
  }

  /** An agent who takes part. */
  record Participant(String id, String nickname) {}
}

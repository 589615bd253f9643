package org.openworkbin.interaction;

import java.util.Optional;
import org.openworkbin.http.MessageText;
import org.openworkbin.ledger.Interaction;

/**
 * The state messages of the media ({@code spec/interactions.md} 1.2). Each text is the whole {@code
 * data} of a message.
 */
final class InteractionMessageJson {

  private InteractionMessageJson() {}

  static String of(Told told, Interaction item, Standing standing) {
    MediumTerms terms = MediumTerms.of(item.medium());
    return MessageText.of(out -> {
      out.writeStringProperty("messageType", terms.messageType());
      out.writeStringProperty("notificationType", told.kind().wireName);
      if (told.referenceId() > 0) {
        out.writeNumberProperty("referenceId", told.referenceId());
      }
      told.reason().ifPresent(reason -> out.writeStringProperty("reason", reason));
      out.writeName(terms.singular());
      InteractionJson.writeStanding(out, item, standing);
    });
  }

  /**
   * What is told.
   *
   * @param referenceId of the receiver's request that led here; 0 where none did
   * @param reason why the server, or another, did what he did not ask for
   */
  record Told(Kind kind, long referenceId, Optional<String> reason) {}

  /** The contract's kinds of state message. */
  enum Kind {
    STATUS_CHANGE("StatusChange"),
    PROPERTIES_UPDATED("PropertiesUpdated"),
    ERROR("Error");

    private final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }
  }
}

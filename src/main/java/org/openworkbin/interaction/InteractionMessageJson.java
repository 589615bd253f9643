package org.openworkbin.interaction;

import java.util.List;
import java.util.Optional;
import org.openworkbin.http.MessageText;
import org.openworkbin.ledger.Interaction;

/**
 * The state messages of the media ({@code spec/interactions.md} 1.2). Each text is the whole {@code
 * data} of a message.
 */
final class InteractionMessageJson {

  private InteractionMessageJson() {}

  static String stateChange(Interaction item, Standing standing) {
    MediumTerms terms = MediumTerms.of(item.medium());
    return MessageText.of(out -> {
      out.writeStringProperty("messageType", terms.messageType());
      out.writeStringProperty("notificationType", "StatusChange");
      if (standing.referenceId() > 0) {
        out.writeNumberProperty("referenceId", standing.referenceId());
      }
      out.writeName(terms.singular());
      InteractionJson.writeStanding(out, item, standing);
    });
  }

  /**
   * How an interaction stands for the one who is told of it.
   *
   * @param state the contract's state name
   * @param capabilities the operations that he may do now
   * @param uri where the interaction is read
   * @param holder the user name of who has it in hand, if anybody
   * @param bin where it lies or was just taken from, if anywhere
   * @param referenceId of the request that led here; 0 where none did
   */
  record Standing(
      String state,
      List<String> capabilities,
      String uri,
      Optional<String> holder,
      Optional<BinNames> bin,
      long referenceId) {}
}

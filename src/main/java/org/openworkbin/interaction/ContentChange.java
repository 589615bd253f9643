package org.openworkbin.interaction;

import java.util.List;
import org.openworkbin.http.ObjectText;
import org.openworkbin.ledger.Content;

/** What somebody wants to change of what an interaction holds. */
sealed interface ContentChange {

  /** Attaches user data; where a key is there already, the new value counts. */
  record Attach(ObjectText userData) implements ContentChange {
    public Attach {
      UserDataRules.requireOwnKeys(userData.names());
    }
  }

  /** Takes user data away, as far as they are there. */
  record Detach(List<String> keys) implements ContentChange {
    public Detach {
      keys = List.copyOf(keys);
      UserDataRules.requireOwnKeys(keys);
    }
  }

  /** Sets the comment. */
  record Comment(String text) implements ContentChange {}

  /** The content after the change; refused where it would break a rule of user data. */
  default Content of(Content content) {
    ObjectText userData = ObjectText.parse(content.userData());
    return switch (this) {
      case Attach(ObjectText more) -> withUserData(content, userData.with(more));
      case Detach(List<String> keys) -> withUserData(content, userData.without(keys));
      case Comment(String text) ->
          new Content(
              content.direction(),
              content.receivedDate(),
              content.priority(),
              ObjectText.parse(content.attributes()).with("comment", text).toString(),
              content.userData());
    };
  }

  private static Content withUserData(Content content, ObjectText userData) {
    UserDataRules.require(userData);
    return new Content(
        content.direction(),
        content.receivedDate(),
        userData.integer(UserDataRules.PRIORITY).orElse(0),
        content.attributes(),
        userData.toString());
  }
}

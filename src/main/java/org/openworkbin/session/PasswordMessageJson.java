package org.openworkbin.session;

import java.util.Optional;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.MessageText;
import org.openworkbin.id.UserId;
import tools.jackson.core.JsonGenerator;

/**
 * The message of what became of a change of password, {@code messageType} {@code
 * PasswordChangeMessage}.
 *
 * @param error why it failed, empty where it did not
 * @param user whose password it is; empty where that is who is told
 */
record PasswordMessageJson(Optional<Failure> error, Optional<Whose> user) {

  /** The contract's {@code errorCode}s. */
  enum Failure {
    BREAKS_RULES(1, "The new password does not meet the rules"),
    WRONG_OLD_PASSWORD(2, "The old password is wrong"),
    INTERNAL(3, "An internal error");

    private final int code;
    private final String message;

    Failure(int code, String message) {
      this.code = code;
      this.message = message;
    }
  }

  /** A user and where he is found. */
  record Whose(UserId id, ExternalUrl url) {}

  String text() {
    return MessageText.of(this::write);
  }

  private void write(JsonGenerator json) {
    json.writeStringProperty("messageType", "PasswordChangeMessage");
    json.writeStringProperty(
        "notificationType", error.isEmpty() ? "PasswordChangeSuccessful" : "PasswordChangeError");
    if (error.isPresent()) {
      json.writeNumberProperty("errorCode", error.get().code);
      json.writeStringProperty("errorMessage", error.get().message);
    }
    if (user.isPresent()) {
      String id = user.get().id().value();
      json.writeStringProperty("userId", id);
      json.writeStringProperty("userUri", user.get().url().uri("/users/" + id));
    }
  }
}

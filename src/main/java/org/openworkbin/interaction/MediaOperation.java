package org.openworkbin.interaction;

import java.util.Arrays;
import java.util.Optional;

/** What can be asked of an interaction on the resource of its medium; the contract's names. */
enum MediaOperation {
  ACCEPT("Accept"),
  REJECT("Reject"),
  TRANSFER("Transfer"),
  COMPLETE("Complete"),
  CANCEL("Cancel"),
  SEND("Send"),
  /** Ours: back to where it was taken from. */
  RELEASE("Release"),
  ATTACH_USER_DATA("AttachUserData"),
  UPDATE_USER_DATA("UpdateUserData"),
  DELETE_USER_DATA("DeleteUserData"),
  SET_DISPOSITION("SetDisposition"),
  ADD_COMMENT("AddComment"),
  SET_IN_FOCUS("SetInFocus"),
  REPLY("Reply"),
  REPLY_ALL("ReplyAll"),
  RETWEET("Retweet"),
  MARK_FAVORITE("MarkFavorite"),
  REMOVE_FAVORITE("RemoveFavorite"),
  SEND_MESSAGE("SendMessage"),
  SEND_START_TYPING("SendStartTypingNotification"),
  SEND_STOP_TYPING("SendStopTypingNotification"),
  INVITE("Invite"),
  CONSULT("Consult"),
  LEAVE("Leave");

  private final String wireName;

  MediaOperation(String wireName) {
    this.wireName = wireName;
  }

  /** The {@code operationName}. */
  String wireName() {
    return wireName;
  }

  /** The operation with that {@link #wireName()}, compared exactly. */
  static Optional<MediaOperation> named(String wireName) {
    return Arrays.stream(values())
        .filter(operation -> operation.wireName.equals(wireName))
        .findFirst();
  }
}

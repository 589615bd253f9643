package org.openworkbin.interaction;

import java.util.List;
import org.openworkbin.ledger.Medium;

/**
 * The state that an interaction is in once an agent has it in hand, and the operations he may then
 * do. A table of {@code spec/interactions.md} 4.1; pulling skips the invitation (5.4).
 */
record Working(String state, List<String> capabilities) {

  private static final Working CHATTING =
      new Working(
          "Chatting",
          List.of(
              "Transfer",
              "Leave",
              "Invite",
              "Consult",
              "SetInFocus",
              "SetDisposition",
              "AttachUserData",
              "DeleteUserData",
              "UpdateUserData",
              "Complete",
              "SendMessage",
              "SendStartTypingNotification",
              "SendStopTypingNotification"));

  private static final Working WORK_ITEM =
      new Working(
          "Processing",
          List.of(
              "Transfer",
              "AttachUserData",
              "UpdateUserData",
              "DeleteUserData",
              "SetInFocus",
              "Complete"));

  private static final Working COMPOSING =
      new Working(
          "Composing",
          List.of(
              "Cancel",
              "Send",
              "AddComment",
              "AttachUserData",
              "UpdateUserData",
              "DeleteUserData",
              "SetDisposition",
              "SetInFocus",
              "Transfer"));

  private static final Working EMAIL =
      new Working(
          "Processing",
          List.of(
              "Reply",
              "ReplyAll",
              "Transfer",
              "AddComment",
              "AttachUserData",
              "UpdateUserData",
              "DeleteUserData",
              "SetDisposition",
              "SetInFocus",
              "Complete"));

  private static final Working FACEBOOK_POST =
      new Working(
          "Processing",
          List.of(
              "Reply",
              "Transfer",
              "AddComment",
              "AttachUserData",
              "UpdateUserData",
              "DeleteUserData",
              "SetDisposition",
              "SetInFocus",
              "Complete"));

  private static final Working TWEET =
      new Working(
          "Processing",
          List.of(
              "Reply",
              "Transfer",
              "AddComment",
              "AttachUserData",
              "UpdateUserData",
              "DeleteUserData",
              "SetDisposition",
              "SetInFocus",
              "Complete",
              "Retweet",
              "MarkFavorite",
              "RemoveFavorite"));

  /** What an interaction of that medium is in the hand of an agent. */
  static Working of(Medium medium, String direction) {
    boolean outbound = direction.equals("Outbound");
    return switch (medium) {
      case CHAT, FACEBOOKSESSION -> CHATTING;
      case WORKITEM, OPENMEDIA -> WORK_ITEM;
      case EMAIL -> outbound ? COMPOSING : EMAIL;
      case TWEET -> outbound ? COMPOSING : TWEET;
      case FACEBOOK -> outbound ? COMPOSING : FACEBOOK_POST;
    };
  }
}

package org.openworkbin.interaction;

import org.openworkbin.ledger.Medium;

/** The tables, one for each kind of life that an interaction can have. */
final class LifeCycles {

  private static final LifeCycle WORK_ITEM =
      LifeCycle.parse(
          """
                         | Invited    | Processing  | InWorkbin | over
          Accept         | Processing | -           | -         | -
          Reject         | Completed  | -           | -         | -
          Transfer       | -          | Completed   | -         | -
          AttachUserData | -          | edit        | (edit)    | -
          UpdateUserData | -          | edit        | (edit)    | -
          DeleteUserData | -          | edit        | (edit)    | -
          SetInFocus     | -          | same        | -         | -
          Complete       | -          | Completed   | -         | -
          SetDisposition | -          | (edit)      | -         | -
          AddComment     | -          | (edit)      | -         | -
          Release        | -          | (InWorkbin) | -         | -
          """);

  private static final LifeCycle CHAT =
      LifeCycle.parse(
          """
                                      | Invited   | Chatting    | InWorkbin | over
          Accept                      | Chatting  | -           | -         | -
          Reject                      | Completed | -           | -         | -
          Transfer                    | -         | Completed   | -         | -
          Leave                       | -         | own         | -         | -
          Invite                      | -         | own         | -         | -
          Consult                     | -         | own         | -         | -
          SetInFocus                  | -         | same        | -         | -
          SetDisposition              | -         | edit        | -         | -
          AttachUserData              | -         | edit        | (edit)    | -
          DeleteUserData              | -         | edit        | (edit)    | -
          UpdateUserData              | -         | edit        | (edit)    | -
          Complete                    | -         | Completed   | -         | -
          SendMessage                 | -         | own         | -         | -
          SendStartTypingNotification | -         | own         | -         | -
          SendStopTypingNotification  | -         | own         | -         | -
          Release                     | -         | (InWorkbin) | -         | -
          """);

  private static final LifeCycle DRAFT =
      LifeCycle.parse(
          """
                         | Invited   | Composing   | InWorkbin | over
          Accept         | Composing | -           | -         | -
          Reject         | Completed | -           | -         | -
          Cancel         | -         | Canceled    | -         | -
          Send           | -         | own         | -         | -
          AddComment     | -         | edit        | -         | -
          AttachUserData | -         | edit        | (edit)    | -
          UpdateUserData | -         | edit        | (edit)    | -
          DeleteUserData | -         | edit        | (edit)    | -
          SetDisposition | -         | edit        | -         | -
          SetInFocus     | -         | same        | -         | -
          Transfer       | -         | Completed   | -         | -
          Release        | -         | (InWorkbin) | -         | -
          """);

  private static final LifeCycle EMAIL =
      LifeCycle.parse(
          """
                         | Invited    | Processing  | InWorkbin | over
          Accept         | Processing | -           | -         | -
          Reject         | Completed  | -           | -         | -
          Reply          | -          | own         | -         | -
          ReplyAll       | -          | own         | -         | -
          Transfer       | -          | Completed   | -         | -
          AddComment     | -          | edit        | -         | -
          AttachUserData | -          | edit        | (edit)    | -
          UpdateUserData | -          | edit        | (edit)    | -
          DeleteUserData | -          | edit        | (edit)    | -
          SetDisposition | -          | edit        | -         | -
          SetInFocus     | -          | same        | -         | -
          Complete       | -          | Completed   | -         | -
          Release        | -          | (InWorkbin) | -         | -
          """);

  private static final LifeCycle POST =
      LifeCycle.parse(
          """
                         | Invited    | Processing  | InWorkbin | over
          Accept         | Processing | -           | -         | -
          Reject         | Completed  | -           | -         | -
          Reply          | -          | own         | -         | -
          Transfer       | -          | Completed   | -         | -
          AddComment     | -          | edit        | -         | -
          AttachUserData | -          | edit        | (edit)    | -
          UpdateUserData | -          | edit        | (edit)    | -
          DeleteUserData | -          | edit        | (edit)    | -
          SetDisposition | -          | edit        | -         | -
          SetInFocus     | -          | same        | -         | -
          Complete       | -          | Completed   | -         | -
          Release        | -          | (InWorkbin) | -         | -
          """);

  private static final LifeCycle TWEET =
      LifeCycle.parse(
          """
                         | Invited    | Processing  | InWorkbin | over
          Accept         | Processing | -           | -         | -
          Reject         | Completed  | -           | -         | -
          Reply          | -          | own         | -         | -
          Transfer       | -          | Completed   | -         | -
          AddComment     | -          | edit        | -         | -
          AttachUserData | -          | edit        | (edit)    | -
          UpdateUserData | -          | edit        | (edit)    | -
          DeleteUserData | -          | edit        | (edit)    | -
          SetDisposition | -          | edit        | -         | -
          SetInFocus     | -          | same        | -         | -
          Complete       | -          | Completed   | -         | -
          Retweet        | -          | own         | -         | -
          MarkFavorite   | -          | own         | -         | -
          RemoveFavorite | -          | own         | -         | -
          Release        | -          | (InWorkbin) | -         | -
          """);

  private LifeCycles() {}

  /** The table of a medium; of some, outbound ones are drafts. */
  static LifeCycle of(Medium medium, boolean outbound) {
    return switch (medium) {
      case CHAT, FACEBOOKSESSION -> CHAT;
      case WORKITEM, OPENMEDIA -> WORK_ITEM;
      case EMAIL -> outbound ? DRAFT : EMAIL;
      case TWEET -> outbound ? DRAFT : TWEET;
      case FACEBOOK -> outbound ? DRAFT : POST;
    };
  }
}

package org.openworkbin.interaction;

import org.openworkbin.http.Body;
import org.openworkbin.http.ObjectText;
import org.openworkbin.id.UserId;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Reads what a POST on an interaction asks for ({@code spec/interactions.md} 3.1). */
@Component
final class CommandReader {
  private static final String DISPOSITION_KEY = "DispositionCode";

  private final TransferTargets targets;

  CommandReader(TransferTargets targets) {
    this.targets = targets;
  }

  /** The operation that a body names; one that no medium has is refused. */
  static MediaOperation operation(Body body) {
    return MediaOperation.named(body.operationName()).orElseThrow(Body::unknownOperation);
  }

  /** The command of that operation; refused where a parameter is missing or wrong. */
  Command read(UserId caller, MediaOperation operation, Body body) {
    return switch (operation) {
      case ACCEPT -> new Command.Accept(body.flag("saveLAR"));
      case REJECT -> new Command.Reject();
      case COMPLETE -> new Command.Complete(targets.queue(body), body.flag("saveLAR"));
      case CANCEL -> new Command.Cancel();
      case TRANSFER -> new Command.Transfer(targets.of(caller, body));
      case RELEASE -> new Command.Release();
      case ATTACH_USER_DATA, UPDATE_USER_DATA ->
          new Command.Edit(
              new ContentChange.Attach(
                  body.object("userData")
                      .orElseThrow(() -> new Refusal.Missing("userData").asException())));
      case DELETE_USER_DATA -> new Command.Edit(detach(body));
      case SET_DISPOSITION -> new Command.Edit(disposition(body));
      case ADD_COMMENT -> new Command.Edit(comment(body));
      case SET_IN_FOCUS -> new Command.Focus();
      case SEND,
          REPLY,
          REPLY_ALL,
          RETWEET,
          MARK_FAVORITE,
          REMOVE_FAVORITE,
          SEND_MESSAGE,
          SEND_START_TYPING,
          SEND_STOP_TYPING,
          INVITE,
          CONSULT,
          LEAVE ->
          throw Body.unknownOperation();
    };
  }

  private static ContentChange detach(Body body) {
    String name = body.names("keys").isEmpty() ? "userData" : "keys";
    if (body.names(name).isEmpty()) {
      throw new Refusal.Missing("keys").asException();
    }
    return new ContentChange.Detach(body.names(name));
  }

  private static ContentChange disposition(Body body) {
    String key = body.optional("dispositionKey").orElse(DISPOSITION_KEY);
    return new ContentChange.Attach(ObjectText.empty().with(key, body.required("disposition")));
  }

  private static ContentChange comment(Body body) {
    ContentChange.Comment comment = new ContentChange.Comment(body.required("comment"));
    UserDataRules.require(ObjectText.empty().with("comment", comment.text()));
    return comment;
  }
}

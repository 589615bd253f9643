package org.openworkbin.proof.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.openworkbin.proof.client.Bin;
import org.openworkbin.proof.client.Response.Reply;
import org.openworkbin.proof.history.Wish;
import org.openworkbin.proof.prove.Belongings.Held;
import tools.jackson.databind.JsonNode;

/** What an agent can do, each with what he learns from the answer. For one thread. */
final class Desk {
  private static final String WORKITEMS = "/api/v2/me/workitems";
  private static final String HANDS = "/api/v2/hands";
  private static final String MOVES = "/api/v2/moves";
  private static final int CONFLICT = 409;

  private final Player player;
  private final Belongings belongings;
  private final Sender sender;
  private final Caller caller;
  private final Random random;

  Desk(Player player, Belongings belongings, Sender sender, Caller caller, Random random) {
    this.player = player;
    this.belongings = belongings;
    this.sender = sender;
    this.caller = caller;
    this.random = random;
  }

  void look(Bin bin) {
    caller.look(player, bin).ifPresent(seen -> belongings.saw(bin, seen.items()));
  }

  /** Asks what he has in hand and is offered; he takes most offers. */
  void hands() {
    lookIntoHands().forEach(this::answer);
  }

  /** Asks the same, and takes every offer. */
  void takeOffers() {
    lookIntoHands().forEach(this::accept);
  }

  /** What he is offered; what he has in hand is remembered. */
  private List<String> lookIntoHands() {
    Optional<Reply> reply =
        caller.read(player, "Hands", WORKITEMS + "?fields=*").map(Caller.Read::reply);
    if (reply.isEmpty()) {
      return List.of();
    }
    List<Held> held = new ArrayList<>();
    List<String> offered = new ArrayList<>();
    for (JsonNode item : reply.get().json().path("workitems")) {
      String id = item.path("id").asString("");
      if (item.path("state").asString("").equals("Invited")) {
        offered.add(id);
      } else {
        held.add(held(item));
      }
    }
    belongings.replace(held);
    return offered;
  }

  private static Held held(JsonNode item) {
    return new Held(item.path("id").asString(""), item.path("hold").asLong(0));
  }

  private void answer(String item) {
    if (random.nextInt(3) == 0) {
      sender.send(onItem(new Wish.Reject(item), item, "Reject", ""));
    } else {
      accept(item);
    }
  }

  private void accept(String item) {
    take(onItem(new Wish.Accept(item), item, "Accept", ""));
  }

  void create() {
    take(
        Request.post(
            new Wish.Create(),
            WORKITEMS,
            "{\"operationName\":\"Create\",\"userData\":{\"Subject\":\"Proof\"}}"));
  }

  void pull(String item, Bin bin) {
    Optional<Reply> reply = take(inBin(new Wish.Pull(item, bin.name()), bin, "PullWorkitem", item));
    reply.ifPresent(_ -> belongings.isNotThere(bin, item));
  }

  void pullNext(Bin bin) {
    take(
        Request.post(
            new Wish.PullNext(bin.name()), bin.path(), "{\"operationName\":\"PullNext\"}"));
  }

  /** Sends what brings something into his hand. */
  private Optional<Reply> take(Request request) {
    Optional<Reply> reply = sender.send(request);
    reply
        .filter(Reply::isDone)
        .ifPresent(done -> {
          OptionalLong hold = Caller.number(done, "Workbin-Hold");
          hold.ifPresent(number -> belongings.took(done.header("Workbin-Item"), number));
        });
    return reply;
  }

  /** Changes it; a supervisor's word also changes what is parked by then. */
  void save(Held held) {
    change(
        held,
        onItem(
            player.supervises() ? new Wish.Edit(held.item()) : new Wish.Save(held.item()),
            held.item(),
            "UpdateUserData",
            ",\"userData\":{\"Note\":%d}".formatted(random.nextInt(1000))),
        false);
  }

  /** Puts it into the bin; a supervisor's word also moves it out of another bin. */
  void add(Held held, Bin bin) {
    Wish wish =
        player.supervises()
            ? new Wish.Move(held.item(), bin.name())
            : new Wish.Add(held.item(), bin.name());
    change(held, inBin(wish, bin, "AddWorkitem", held.item()), true);
  }

  void release(Held held) {
    change(held, onItem(new Wish.Release(held.item()), held.item(), "Release", ""), true);
  }

  void finish(Held held) {
    change(held, onItem(new Wish.Finish(held.item()), held.item(), "Complete", ""), true);
  }

  /** Offers it to a colleague, where there is one, else sends it into the bin. */
  void transfer(Held held, Bin bin) {
    List<Player.Colleague> colleagues = player.colleagues();
    if (!colleagues.isEmpty() && random.nextBoolean()) {
      Player.Colleague to = colleagues.get(random.nextInt(colleagues.size()));
      change(
          held,
          onItem(
              new Wish.Offer(held.item(), to.name()),
              held.item(),
              "Transfer",
              ",\"targetUri\":\"/users/%s\"".formatted(to.id())),
          true);
    } else {
      change(
          held,
          onItem(
              new Wish.Add(held.item(), bin.name()),
              held.item(),
              "Transfer",
              ",\"workbinUri\":\"%s\"".formatted(bin.path())),
          true);
    }
  }

  /** Sends a write to what he has in hand, most often with the number that he holds it by. */
  private void change(Held held, Request request, boolean ends) {
    Request sent = random.nextInt(3) == 0 ? request : request.heldBy(held.hold());
    Optional<Reply> reply = sender.send(sent);
    boolean over =
        reply.filter(told -> (ends && told.isDone()) || told.status() == CONFLICT).isPresent();
    if (over) {
      belongings.lost(held.item());
    }
  }

  /** Puts it back, takes it again, and writes by the hold that is over. */
  void comeBackLate(Held held, Bin bin) {
    add(held, bin);
    pull(held.item(), bin);
    writeLate(held);
  }

  /** Writes by a hold that is over. */
  void writeLate(Held past) {
    sender.late(
        onItem(
                new Wish.Save(past.item()),
                past.item(),
                "UpdateUserData",
                ",\"userData\":{\"Late\":true}")
            .heldBy(past.hold()));
  }

  /** Changes what is parked, wherever it is by then. */
  void editParked(String item) {
    sender.send(
        onItem(
            new Wish.Edit(item),
            item,
            "UpdateUserData",
            ",\"userData\":{\"Priority\":%d}".formatted(random.nextInt(5))));
  }

  void move(String item, Bin from, Bin to) {
    sender
        .send(inBin(new Wish.Move(item, to.name()), to, "AddWorkitem", item))
        .ifPresent(_ -> belongings.isNotThere(from, item));
  }

  /** Takes something out of the hand of somebody he looks after, and puts it into that bin. */
  void takeBack(Bin to) {
    List<Held> held = new ArrayList<>();
    caller
        .read(player, "Hands", HANDS)
        .ifPresent(read -> {
          for (JsonNode hand : read.reply().json().path("hands")) {
            hand.path("items").forEach(item -> held.add(held(item)));
          }
        });
    if (!held.isEmpty()) {
      Held one = held.get(random.nextInt(held.size()));
      caller.ask(player, takingBack(one, to).heldBy(one.hold()));
    }
  }

  private static Request takingBack(Held held, Bin to) {
    return Request.post(
        new Wish.Move(held.item(), to.name()),
        MOVES,
        """
        {"ids":["%1$s"],"holds":{"%1$s":%2$d},"to":{"workbinId":"%3$s","agentGroup":"%4$s"}}\
        """
            .formatted(
                held.item(), held.hold(), to.workbinId(), to.owner().replace("agentGroup=", "")));
  }

  /** Tries what he has no right to. */
  void probe(List<Bin> foreign, Bin instead) {
    if (foreign.isEmpty()) {
      look(instead);
      return;
    }
    Bin bin = foreign.get(random.nextInt(foreign.size()));
    if (random.nextBoolean()) {
      caller.look(player, bin);
    } else {
      take(
          Request.post(
              new Wish.PullNext(bin.name()), bin.path(), "{\"operationName\":\"PullNext\"}"));
    }
  }

  /** Sends something again that he sent a while ago. */
  void repeatLater() {
    sender.repeatOne();
  }

  private static Request inBin(Wish wish, Bin bin, String operation, String item) {
    return Request.post(
        wish, bin.path(), "{\"operationName\":\"%s\",\"id\":\"%s\"}".formatted(operation, item));
  }

  private static Request onItem(Wish wish, String item, String operation, String more) {
    return Request.post(
        wish, WORKITEMS + "/" + item, "{\"operationName\":\"%s\"%s}".formatted(operation, more));
  }
}

package org.openworkbin.interaction;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Queue;
import org.openworkbin.directory.User;
import org.openworkbin.http.Body;
import org.openworkbin.http.Query;
import org.openworkbin.id.QueueId;
import org.openworkbin.id.UserId;
import org.openworkbin.ledger.Location;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Component;

/**
 * Finds where a request sends an interaction. The contract has a spelling for each medium ({@code
 * spec/interactions.md} 1.4); here each is taken everywhere.
 */
@Component
final class TransferTargets {
  private static final List<String> LINKS =
      List.of("targetUri", "targetPath", "userUri", "userPath", "workbinUri");
  private static final List<String> QUEUE_LINKS = List.of("queueUri", "queuePath");

  private final Directories directories;
  private final TargetBins bins;

  TransferTargets(Directories directories, TargetBins bins) {
    this.directories = directories;
    this.bins = bins;
  }

  /** The queue that a request names, by name or by link, if it names one. */
  Optional<QueueId> queue(Body body) {
    return body.optional("queueName")
        .map(name ->
            directories
                .now()
                .queueNamed(name)
                .orElseThrow(() -> new Refusal.Unknown("queue", name).asException())
                .id())
        .or(() -> first(body, QUEUE_LINKS).map(link -> queueOf(new Link(link))));
  }

  /** Where a transfer goes: to an agent, into a queue or into a workbin. */
  Location of(UserId caller, Body body) {
    Optional<QueueId> queue = queue(body);
    if (queue.isPresent()) {
      return new Location.Queue(queue.get());
    }
    Optional<String> workbin = body.optional("workbinId");
    if (workbin.isPresent()) {
      return bin(caller, new Link("/workbins/" + workbin.get()), body);
    }
    Link link =
        new Link(
            first(body, LINKS).orElseThrow(() -> new Refusal.Missing("targetUri").asException()));
    return switch (link.kind()) {
      case "users" -> offer(caller, user(link.id()).orElseThrow(link::unknown));
      case "queues" -> new Location.Queue(queueOf(link));
      case "workbins" -> bin(caller, link, body);
      case "contacts" -> contact(caller, link);
      default ->
          throw new Refusal.Invalid(
                  "targetUri", "The target has to be a user, a queue, a contact or a workbin.")
              .asException();
    };
  }

  private Location contact(UserId caller, Link link) {
    return user(link.id())
        .<Location>map(user -> offer(caller, user))
        .orElseGet(() -> new Location.Queue(queueOf(link)));
  }

  private static Location offer(UserId caller, User target) {
    if (target.id().equals(caller)) {
      throw new Refusal.Invalid("targetUri", "You have it in hand yourself.").asException();
    }
    if (!target.enabled()) {
      throw new Refusal.Invalid("targetUri", "The user may not log in.").asException();
    }
    return new Location.Offer(target.id(), caller);
  }

  private Location bin(UserId caller, Link link, Body body) {
    Query query = Query.ofLink(link.uri());
    return new Location.Bin(
        bins.find(
            caller,
            new TargetBins.Named(
                link.id(),
                body.optional("userId").or(link::user),
                body.optional("agentGroup").or(() -> query.optional("agentGroup")),
                body.optional("placeGroup").or(() -> query.optional("placeGroup")))));
  }

  private Optional<User> user(String id) {
    return directories.now().userWithId(id);
  }

  private QueueId queueOf(Link link) {
    return directories.now().queues().stream()
        .map(Queue::id)
        .filter(id -> id.value().equals(link.id()))
        .findFirst()
        .orElseThrow(link::unknown);
  }

  private static Optional<String> first(Body body, List<String> names) {
    return names.stream().flatMap(name -> body.optional(name).stream()).findFirst();
  }

  /** A link, absolute or not; its last two parts say what it leads to. */
  private record Link(String uri) {

    String kind() {
      return part(1);
    }

    String id() {
      return part(0);
    }

    /** Whose workbin it leads to, where it says that. */
    Optional<String> user() {
      return part(3).equals("users") ? Optional.of(part(2)) : Optional.empty();
    }

    RuntimeException unknown() {
      return new Refusal.Unknown("target", id()).asException();
    }

    private String part(int fromEnd) {
      List<String> parts =
          Stream.of(uri.replaceFirst("[?#].*", "").split("/")).filter(p -> !p.isEmpty()).toList();
      int at = parts.size() - 1 - fromEnd;
      return at < 0 ? "" : parts.get(at);
    }
  }
}

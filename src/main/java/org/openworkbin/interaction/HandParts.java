package org.openworkbin.interaction;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Members;
import org.openworkbin.id.UserId;
import org.openworkbin.interaction.MediaJson.Shown;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Medium;
import org.openworkbin.presence.HeldItems;
import org.springframework.stereotype.Component;

/**
 * What an agent has in hand or is offered, as parts of his user resource: chats, e-mails and work
 * items by themselves, everything else as {@code interactions}, so that nothing is there twice.
 */
@Component
final class HandParts implements HeldItems {
  private static final List<Medium> BY_THEMSELVES =
      List.of(Medium.CHAT, Medium.EMAIL, Medium.WORKITEM);

  private final Features features;
  private final Interactions interactions;
  private final Standings standings;

  HandParts(Features features, Interactions interactions, Standings standings) {
    this.features = features;
    this.interactions = interactions;
    this.standings = standings;
  }

  @Override
  public Map<String, Members> of(UserId agent, ExternalUrl url) {
    Map<String, Members> parts = new LinkedHashMap<>();
    for (Medium medium : BY_THEMSELVES) {
      String name = MediumTerms.of(medium).collection();
      parts.put(name, json -> part(name, agent, medium::equals, url).write(json));
    }
    Predicate<Medium> others = medium -> !BY_THEMSELVES.contains(medium);
    parts.put("interactions", json -> part("interactions", agent, others, url).write(json));
    return parts;
  }

  private Members part(String name, UserId agent, Predicate<Medium> media, ExternalUrl url) {
    return MediaJson.list(
        name,
        Stream.of(Medium.values())
            .filter(media)
            .filter(features::has)
            .flatMap(medium -> interactions.of(agent, medium).stream())
            .flatMap(item -> shown(agent, item, url).stream())
            .toList());
  }

  private Optional<Shown> shown(UserId agent, Interaction item, ExternalUrl url) {
    return standings
        .stateFor(agent, item)
        .map(state -> new Shown(item, standings.of(agent, item, state, url)));
  }
}

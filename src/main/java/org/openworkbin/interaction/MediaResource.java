package org.openworkbin.interaction;

import java.util.List;
import java.util.Optional;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Query;
import org.openworkbin.interaction.MediaJson.Shown;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Medium;
import org.openworkbin.refusal.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What somebody has in hand or is offered, by medium, and single interactions ({@code
 * spec/interactions.md} 2). Each medium is found under all the path segments that the contract has
 * for it.
 */
@RestController
final class MediaResource {
  private static final String MEDIA =
      "chats|emails|email|workitems|tweets|tweet|twitter|twitters|facebook|facebooks"
          + "|facebooksessions|facebooksession";
  static final String MINE = "/api/v2/me/{segment:" + MEDIA + "}";
  static final String ONE_OF_MINE = MINE + "/{id}";
  static final String ONE = "/api/v2/{segment:" + MEDIA + "|openmedia}/{id}";
  static final String MY_OPENMEDIA = "/api/v2/me/openmedia/{mediaType}";
  static final String ONE_OF_MY_OPENMEDIA = MY_OPENMEDIA + "/{id}";

  private final Features features;
  private final Interactions interactions;
  private final Standings standings;

  MediaResource(Features features, Interactions interactions, Standings standings) {
    this.features = features;
    this.interactions = interactions;
    this.standings = standings;
  }

  @GetMapping({MINE, "/api/v2/me/{segment:openmedia}"})
  Answer mine(
      Caller caller, @PathVariable("segment") String segment, Query query, ExternalUrl url) {
    MediumTerms terms = terms(segment);
    return list(caller, terms, interactions.of(caller.id(), terms.medium()), query, url);
  }

  @GetMapping(MY_OPENMEDIA)
  Answer mineOfType(
      Caller caller, @PathVariable("mediaType") String mediaType, Query query, ExternalUrl url) {
    MediumTerms terms = terms("openmedia");
    return list(caller, terms, interactions.ofType(caller.id(), mediaType), query, url);
  }

  @GetMapping(ONE_OF_MINE)
  Answer oneOfMine(
      Caller caller,
      @PathVariable("segment") String segment,
      @PathVariable("id") String id,
      Query query,
      ExternalUrl url) {
    return one(caller, interactions.his(caller.id(), terms(segment).medium(), id), query, url);
  }

  @GetMapping(ONE_OF_MY_OPENMEDIA)
  Answer oneOfMyOpenmedia(
      Caller caller, @PathVariable("id") String id, Query query, ExternalUrl url) {
    return one(caller, interactions.his(caller.id(), terms("openmedia").medium(), id), query, url);
  }

  @GetMapping(ONE)
  Answer one(
      Caller caller,
      @PathVariable("segment") String segment,
      @PathVariable("id") String id,
      Query query,
      ExternalUrl url) {
    Medium medium = terms(segment).medium();
    return one(caller, interactions.visible(caller.id(), medium, id), query, url);
  }

  private MediumTerms terms(String segment) {
    MediumTerms terms =
        MediumTerms.ofSegment(segment)
            .orElseThrow(() -> new Refusal.Unknown("resource", segment).asException());
    features.requireResource(terms.medium());
    return terms;
  }

  private Answer list(
      Caller caller, MediumTerms terms, List<Interaction> items, Query query, ExternalUrl url) {
    if (query.fields().isEmpty()) {
      return Answer.of(MediaJson.uris(items, url));
    }
    List<Shown> shown = items.stream().flatMap(item -> shown(caller, item, url).stream()).toList();
    return Answer.of(MediaJson.list(terms, shown, query.fields()));
  }

  private Answer one(Caller caller, Interaction item, Query query, ExternalUrl url) {
    Shown shown =
        shown(caller, item, url)
            .orElseThrow(() -> new Refusal.Unknown("interaction", item.id().value()).asException());
    return Answer.of(MediaJson.one(shown, query.fields()));
  }

  private Optional<Shown> shown(Caller caller, Interaction item, ExternalUrl url) {
    return standings
        .stateFor(caller.id(), item)
        .map(state -> new Shown(item, standings.of(caller.id(), item, state, url)));
  }
}

package org.openworkbin.workbin;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openworkbin.http.Body;
import org.openworkbin.http.Criteria;
import org.openworkbin.id.BinId;
import org.openworkbin.interaction.Features;
import org.openworkbin.interaction.ItemFieldsJson;
import org.openworkbin.interaction.MediumTerms;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Medium;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Finds what comes first in a bin of what is wanted. */
@Component
public final class FirstItems {
  private final Bins bins;
  private final Features features;

  FirstItems(Bins bins, Features features) {
    this.bins = bins;
    this.features = features;
  }

  /** Some of those that are wanted, in bin order; none where there is none. */
  public List<Interaction> in(BinId bin, Wanted wanted, int limit) {
    Set<Medium> media = media(wanted);
    Criteria<Interaction> criteria = Criteria.of(wanted.filter(), ItemFieldsJson.of(media));
    List<Interaction> found = new ArrayList<>();
    bins.look(
        bin,
        view ->
            view.scan(
                media,
                Optional.empty(),
                item -> {
                  if (criteria.test(item)) {
                    found.add(item);
                  }
                  return found.size() < limit;
                }));
    return found;
  }

  /** The media that are wanted; one that is off is refused. */
  Set<Medium> media(Wanted wanted) {
    wanted.media().forEach(features::requireOperation);
    return wanted.media().isEmpty() ? features.media() : wanted.media();
  }

  /**
   * Which interactions are wanted: those of one of these media, or of any where there are none,
   * that have in each of these fields one of the texts.
   */
  public record Wanted(Set<Medium> media, Map<String, Set<String>> filter) {
    public Wanted {
      media = Set.copyOf(media);
      filter = Map.copyOf(filter);
    }

    /** What {@code medium} and {@code filter} of a body ask for. */
    public static Wanted of(Body body) {
      Set<Medium> media = EnumSet.noneOf(Medium.class);
      for (String name : body.oneOrMore("medium")) {
        media.add(
            MediumTerms.ofSubresource(name)
                .orElseThrow(() ->
                    new Refusal.OutOfRange("medium", "The parameter medium has to name media")
                        .asException())
                .medium());
      }
      return new Wanted(media, body.choices("filter"));
    }
  }
}

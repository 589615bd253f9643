package org.openworkbin.workbin;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.openworkbin.http.Query;
import org.openworkbin.http.Selection;
import org.openworkbin.interaction.MediumTerms;
import org.openworkbin.ledger.Medium;
import org.openworkbin.refusal.Refusal;

/**
 * Which part of a bin's content a read wants.
 *
 * @param media of these media alone
 * @param limit at most so many, in bin order; empty for the whole
 * @param offset leaves out so many at the head; counts only with a limit
 */
record ContentRequest(Set<Medium> media, OptionalInt limit, long offset) {

  /**
   * What {@code subresources}, {@code limit} and {@code offset} ask for; empty where no content is
   * asked for. {@code subresources} takes {@code *} and the names of media, singular or plural.
   */
  static Optional<ContentRequest> of(Query query) {
    Selection subresources = query.subresources();
    if (subresources.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new ContentRequest(media(subresources), query.limit(), query.offset()));
  }

  private static Set<Medium> media(Selection subresources) {
    Set<Medium> media = EnumSet.noneOf(Medium.class);
    for (String name : subresources.names()) {
      media.add(
          MediumTerms.ofSubresource(name)
              .orElseThrow(() -> unknownSubresource().asException())
              .medium());
    }
    return subresources.all() ? EnumSet.allOf(Medium.class) : media;
  }

  private static Refusal unknownSubresource() {
    return new Refusal.OutOfRange(
        "subresources",
        "The parameter subresources has to be * or names of media: chat, email, workitem, tweet,"
            + " facebook, facebooksession, openmedia");
  }
}

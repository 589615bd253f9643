package org.openworkbin.workbin;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.openworkbin.http.Criteria;
import org.openworkbin.http.Query;
import org.openworkbin.http.Selection;
import org.openworkbin.interaction.ItemFieldsJson;
import org.openworkbin.interaction.MediumTerms;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Position;
import org.openworkbin.refusal.Refusal;

/**
 * Which part of a bin's content a read wants.
 *
 * @param media of these media alone
 * @param criteria those that meet them, in their order where they have one
 * @param limit at most so many, in bin order unless another is asked for; empty for all
 * @param offset leaves out so many at the head; counts only with a limit
 * @param after only what comes behind this position in the order of the bin
 * @param fields which members of each are wanted
 */
record ContentRequest(
    Set<Medium> media,
    Criteria<Interaction> criteria,
    OptionalInt limit,
    long offset,
    Optional<Position> after,
    Selection fields) {

  /** The parameters of reads that are no filters. */
  static final Set<String> PARAMETERS =
      Set.of(
          "fields",
          "subresources",
          "limit",
          "offset",
          "after",
          "sortBy",
          "workbinIds",
          "agentGroup",
          "placeGroup",
          "owner");

  /**
   * What {@code subresources}, {@code limit}, {@code offset}, {@code after}, {@code sortBy} and
   * filters ask of one workbin; empty where no content is asked for. {@code subresources} takes
   * {@code *} and the names of media, singular or plural.
   *
   * @param on the media that there are
   */
  static Optional<ContentRequest> of(Query query, Set<Medium> on) {
    return asked(query, on, PARAMETERS);
  }

  /** The same of several workbins at once: of each so much; their own fields are no filters. */
  static Optional<ContentRequest> ofEach(Query query, Set<Medium> on) {
    if (query.optional("after").isPresent()) {
      throw new Refusal.Invalid("after", "The parameter after goes on in one workbin alone.")
          .asException();
    }
    Set<String> others = new HashSet<>(PARAMETERS);
    others.addAll(WorkbinFields.names());
    return asked(query, on, others);
  }

  /** What a read of one medium asks for; the members of each are chosen by {@code fields}. */
  static ContentRequest of(Query query, Medium medium) {
    media(query.subresources());
    return of(query, EnumSet.of(medium), PARAMETERS, all(query.fields()));
  }

  private static Optional<ContentRequest> asked(Query query, Set<Medium> on, Set<String> others) {
    if (query.subresources().isEmpty()) {
      return Optional.empty();
    }
    Set<Medium> media = media(query.subresources());
    media.retainAll(on);
    return Optional.of(of(query, media, others, Selection.everything()));
  }

  private static ContentRequest of(
      Query query, Set<Medium> media, Set<String> others, Selection fields) {
    ContentRequest request =
        new ContentRequest(
            media,
            Criteria.of(query, others, ItemFieldsJson.of(media)),
            query.limit(),
            query.offset(),
            query.optional("after").map(Cursor::parse),
            fields);
    if (request.after.isPresent()) {
      request.requireGoingOn();
    }
    return request;
  }

  private static Selection all(Selection fields) {
    return fields.isEmpty() ? Selection.everything() : fields;
  }

  /** Going on from a position is from page to page, in the order of the bin. */
  private void requireGoingOn() {
    if (limit.isEmpty()) {
      throw new Refusal.Missing("limit").asException();
    }
    if (criteria.sorts() || offset > 0) {
      throw new Refusal.Invalid("after", "The parameter after goes with neither sortBy nor offset.")
          .asException();
    }
  }

  /** Whether it is to be found out before anything is answered, and not while it is written. */
  boolean isPart() {
    return limit.isPresent() || criteria.sorts();
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

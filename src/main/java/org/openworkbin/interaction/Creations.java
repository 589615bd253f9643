package org.openworkbin.interaction;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.openworkbin.http.Body;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ObjectText;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Creation;
import org.openworkbin.ledger.Ledger;
import org.openworkbin.ledger.Location;
import org.openworkbin.ledger.Medium;
import org.openworkbin.ledger.Outcome;
import org.openworkbin.ledger.Reason;
import org.springframework.stereotype.Service;

/** Brings in what agents create: it begins in the hand of its creator. */
@Service
final class Creations {
  private static final DateTimeFormatter RECEIVED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSxx", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final String CONTACT = "ContactId";
  private static final String PARENT = "parentId";
  private static final String MEDIA_TYPE = "mediaType";

  private final InstantSource clock;
  private final IdGenerator ids;
  private final Ledger ledger;
  private final HolderVerdicts verdicts;

  Creations(InstantSource clock, IdGenerator ids, Ledger ledger, HolderVerdicts verdicts) {
    this.clock = clock;
    this.ids = ids;
    this.ledger = ledger;
    this.verdicts = verdicts;
  }

  /** Brings it in. */
  Result create(Caller creator, NewItem item, long referenceId, Optional<Keep> keep) {
    Creation creation = creation(creator, item, referenceId);
    Function<Outcome, Result> verdict = outcome -> verdicts.of(creator.id(), outcome);
    Outcome outcome =
        keep.map(kept -> ledger.create(creation, kept.receipt(creator.id(), verdict)))
            .orElseGet(() -> ledger.create(creation));
    return verdict.apply(outcome);
  }

  private Creation creation(Caller creator, NewItem item, long referenceId) {
    Creation plain =
        new Creation(
            ids.newInteractionId(),
            item.medium(),
            content(item),
            creator.userName(),
            new Location.Hand(creator.id()),
            creator.id(),
            Reason.CREATE,
            0,
            referenceId);
    Creation homed = item.home().map(plain::withHome).orElse(plain);
    return item.userData().text(CONTACT).map(homed::about).orElse(homed);
  }

  private Content content(NewItem item) {
    ObjectText attributes = ObjectText.empty();
    if (item.mediaType().isPresent()) {
      attributes = attributes.with(MEDIA_TYPE, item.mediaType().get());
    }
    if (item.parent().isPresent()) {
      attributes = attributes.with(PARENT, item.parent().get().value());
    }
    return new Content(
        direction(item.medium()),
        RECEIVED.format(clock.instant()),
        item.userData().integer(UserDataRules.PRIORITY).orElse(0),
        attributes.toString(),
        item.userData().toString());
  }

  /** As what the contract shows an interaction of that medium that an agent has created. */
  private static String direction(Medium medium) {
    return switch (medium) {
      case WORKITEM -> "Inbound";
      case OPENMEDIA -> "Outbound";
      case CHAT, EMAIL, TWEET, FACEBOOK, FACEBOOKSESSION -> throw Body.unknownOperation();
    };
  }
}

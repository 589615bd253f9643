package org.openworkbin.workbin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.openworkbin.http.Sorted;
import org.openworkbin.id.BinId;
import org.openworkbin.ledger.BinView;
import org.openworkbin.ledger.Bins;
import org.openworkbin.ledger.Content;
import org.openworkbin.ledger.Interaction;
import org.openworkbin.ledger.Position;
import org.springframework.stereotype.Component;

/**
 * Finds the part of a bin that a request wants. A small page in bin order is one statement; what is
 * large, filtered or sorted is picked out while the bin is scanned once, of which no more is kept
 * than is answered. A page ends early where it has as much content as one request may hold.
 */
@Component
final class BinContents {
  /** What an interaction takes beside its texts, roughly. */
  private static final long OVERHEAD = 1_000L;

  /** Up to so many items are read at once, whatever their size. */
  private static final int SMALL = 100;

  private final Bins bins;
  private final WorkbinSettings settings;

  BinContents(Bins bins, WorkbinSettings settings) {
    this.bins = bins;
    this.settings = settings;
  }

  /** That part, in the order that it asks for. */
  Bins.Page page(BinId bin, ContentRequest request) {
    if (isSmall(request)) {
      int limit = request.limit().orElseThrow();
      return request
          .after()
          .map(position -> bins.pageAfter(bin, request.media(), position, limit))
          .orElseGet(() -> bins.page(bin, request.media(), limit, request.offset()));
    }
    List<Bins.Page> found = new ArrayList<>();
    bins.look(
        bin,
        view ->
            found.add(
                new Bins.Page(
                    view.state(),
                    view.oldest(),
                    request.criteria().sorts() ? sorted(view, request) : picked(view, request))));
    return found.getFirst();
  }

  private static boolean isSmall(ContentRequest request) {
    return !request.criteria().filters()
        && !request.criteria().sorts()
        && request.limit().orElseThrow() <= SMALL;
  }

  /** Where the page that follows begins; empty where this one is the last, or in another order. */
  Optional<Position> next(ContentRequest request, List<Interaction> items) {
    if (request.criteria().sorts() || items.isEmpty()) {
      return Optional.empty();
    }
    boolean full =
        items.size() == request.limit().orElseThrow()
            || items.stream().mapToLong(BinContents::bytes).sum() >= mostHeld();
    return full ? Optional.of(Position.of(items.getLast())) : Optional.empty();
  }

  private long mostHeld() {
    return settings.maxPage().toBytes();
  }

  private List<Interaction> picked(BinView view, ContentRequest request) {
    List<Interaction> picked = new ArrayList<>();
    int limit = request.limit().orElseThrow();
    view.scan(
        request.media(),
        request.after(),
        new Predicate<>() {
          private long left = request.offset();
          private long held;

          @Override
          public boolean test(Interaction item) {
            if (request.criteria().test(item) && left-- <= 0) {
              picked.add(item);
              held += bytes(item);
            }
            return picked.size() < limit && held < mostHeld();
          }
        });
    return picked;
  }

  private List<Interaction> sorted(BinView view, ContentRequest request) {
    long offset = request.limit().isPresent() ? request.offset() : 0;
    long most = Math.min(offset, Integer.MAX_VALUE) + request.limit().orElse(Integer.MAX_VALUE);
    Sorted<Interaction> sorted =
        new Sorted<>(request.criteria(), most, BinContents::bytes, settings.maxSorted().toBytes());
    view.scan(
        request.media(),
        Optional.empty(),
        item -> {
          if (request.criteria().test(item)) {
            sorted.add(item);
          }
          return true;
        });
    return sorted.first().stream().skip(offset).toList();
  }

  private static long bytes(Interaction item) {
    Content content = item.content();
    return OVERHEAD + content.userData().length() + content.attributes().length();
  }
}

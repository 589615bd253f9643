package org.openworkbin.workbin;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.openworkbin.directory.Workbin;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Criteria;
import org.openworkbin.http.PartialAnswers;
import org.openworkbin.http.Query;
import org.openworkbin.http.Sorted;
import org.openworkbin.interaction.Features;
import org.springframework.stereotype.Component;

/**
 * Answers reads of several workbins, whosever they are. Without content the list is filtered,
 * sorted and paged by the workbins' own fields; with content those only say which workbins are
 * shown, and everything else is about what lies in each of them.
 */
@Component
final class ListAnswers {
  private final Addressing addressing;
  private final Workbins workbins;
  private final Features features;
  private final SeveralWorkbins several;
  private final PartialAnswers partialAnswers;

  ListAnswers(
      Addressing addressing,
      Workbins workbins,
      Features features,
      SeveralWorkbins several,
      PartialAnswers partialAnswers) {
    this.addressing = addressing;
    this.workbins = workbins;
    this.features = features;
    this.several = several;
    this.partialAnswers = partialAnswers;
  }

  /** Those that {@code workbinIds} names, else those that are listed. */
  Answer list(Read read, Collection<Workbin> listed) {
    Query query = read.query();
    Optional<ContentRequest> content = ContentRequest.ofEach(query, features.media());
    Criteria<Workbin> criteria =
        content.isPresent() ? WorkbinFields.filters(query) : WorkbinFields.criteria(query);
    WorkbinJson json = new WorkbinJson(read.url(), read.subject(), query.fields());
    List<String> ids = several.ids(query);
    if (!ids.isEmpty()) {
      var found = several.find(ids, id -> view(read, id, content));
      List<View> views =
          found.results().values().stream().filter(v -> criteria.test(v.workbin())).toList();
      return partialAnswers.of("workbinId", found.parts(), json.byId(views));
    }
    List<Workbin> wanted = wanted(listed, criteria);
    if (content.isEmpty()) {
      List<Workbin> page = page(wanted, query);
      return query.fields().isEmpty()
          ? Answer.of(json.uris(page))
          : Answer.streamed(json.list(page.stream().map(View.Definition::new).toList()));
    }
    return Answer.streamed(
        json.list(wanted.stream().map(each -> view(read, each.id().value(), content)).toList()));
  }

  private View view(Read read, String id, Optional<ContentRequest> content) {
    Target target =
        addressing.findAmongSeveral(read.subject().user(), id, OwnerNames.of(read.query()));
    return workbins.view(read.subject().caller(), target, content);
  }

  private static List<Workbin> wanted(Collection<Workbin> listed, Criteria<Workbin> criteria) {
    Sorted<Workbin> sorted = new Sorted<>(criteria, listed.size(), _ -> 0, 0);
    listed.stream().filter(criteria).forEach(sorted::add);
    return sorted.first();
  }

  private static List<Workbin> page(List<Workbin> workbins, Query query) {
    return query.limit().isPresent()
        ? workbins.stream().skip(query.offset()).limit(query.limit().getAsInt()).toList()
        : workbins;
  }
}

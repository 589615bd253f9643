package org.openworkbin.session;

import java.util.List;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Setting;
import org.openworkbin.http.OriginList;
import org.springframework.stereotype.Component;

/**
 * The origins that the contact centre's administrators list themselves: setting {@code
 * allowedOrigins} of the group {@code access-control}. In force at once. Thread-safe.
 */
@Component
final class AccessControl implements OriginList {
  private static final String GROUP = "access-control";
  private static final String NAME = "allowedOrigins";

  private final Directories directories;
  private volatile Known known = new Known(-1, List.of());

  AccessControl(Directories directories) {
    this.directories = directories;
  }

  @Override
  public List<String> origins() {
    Directory now = directories.now();
    Known last = known;
    if (last.version() != now.version()) {
      last = new Known(now.version(), read(now));
      known = last;
    }
    return last.origins();
  }

  private static List<String> read(Directory directory) {
    return directory.settings(GROUP).stream()
        .filter(setting -> setting.name().equals(NAME))
        .map(Setting::value)
        .flatMap(value -> OriginsJson.read(value).origins().stream())
        .toList();
  }

  private record Known(long version, List<String> origins) {}
}

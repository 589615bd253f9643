package org.openworkbin.administration;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.Setting;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.JsonValue;
import org.openworkbin.http.Listing;
import org.openworkbin.http.Property;
import org.openworkbin.http.Shape;
import org.springframework.web.util.UriUtils;

/**
 * What an agent may say that became of an interaction: a setting of the group {@code dispositions},
 * whose value is the label for people or an object with one.
 */
record Disposition(Setting setting) {
  static final String GROUP = "dispositions";

  static List<Disposition> all(Directory directory) {
    return directory.settings(GROUP).stream().map(Disposition::new).toList();
  }

  String name() {
    return setting.name();
  }

  /** The name where the value has no label. */
  String displayName() {
    JsonValue value = JsonValue.of(setting.value());
    return value
        .text()
        .or(() -> value.member("displayName").flatMap(JsonValue::text))
        .orElse(name());
  }

  static Listing<Disposition> listing(ExternalUrl url) {
    Shape<Disposition> shape =
        Shape.of(
            Property.text("id", Disposition::name),
            Property.text("name", Disposition::name),
            Property.text("displayName", Disposition::displayName),
            Property.text("type", _ -> GROUP),
            Property.text("uri", each -> url.uri(each.path())),
            Property.text("path", Disposition::path));
    return new Listing<>("groups", "group", shape, each -> url.uri(each.path()));
  }

  private String path() {
    return "/settings/" + GROUP + "/" + UriUtils.encodePathSegment(name(), StandardCharsets.UTF_8);
  }
}

package org.openworkbin.administration;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openworkbin.http.Body;
import org.openworkbin.refusal.Refusal;

/** Reads which resource a body means: by its {@code uri}, absolute or not, or by its {@code id}. */
final class Links {
  private static final Pattern LAST_TWO =
      Pattern.compile("(?:.*/)?([a-z-]+)/([^/?#]+)/?(?:[?#].*)?");

  private Links() {}

  /**
   * The id of the resource.
   *
   * @param collection what its {@code uri} has before the id
   */
  static Optional<String> id(Body body, String collection) {
    Optional<String> uri = body.optional("uri");
    Optional<String> id = body.optional("id");
    if (uri.isPresent() && id.isPresent()) {
      throw new Refusal.Invalid("uri", "Either uri or id says what is meant, not both")
          .asException();
    }
    return uri.map(link -> id(link, collection)).or(() -> id);
  }

  /** The same where the body has to say it. */
  static String required(Body body, String collection) {
    return id(body, collection).orElseThrow(() -> new Refusal.Missing("uri").asException());
  }

  private static String id(String uri, String collection) {
    Matcher parts = LAST_TWO.matcher(uri);
    if (!parts.matches() || !parts.group(1).equals(collection)) {
      throw new Refusal.Invalid("uri", "The uri is none of the " + collection).asException();
    }
    return parts.group(2);
  }
}

package org.openworkbin.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long sessions live and where their cookie goes.
 *
 * @param idle a session ends when nothing was heard of it for so long
 * @param sameSite from which sites browsers send the cookie; {@code none} makes it {@code Secure},
 *     so that it works over HTTPS only
 */
@ConfigurationProperties("open-workbin.session")
record SessionSettings(@DefaultValue("30m") Duration idle, @DefaultValue("lax") SameSite sameSite) {

  /** The values of the cookie's attribute. */
  enum SameSite {
    STRICT("; SameSite=Strict"),
    LAX("; SameSite=Lax"),
    NONE("; SameSite=None; Secure");

    private final String attributes;

    SameSite(String attributes) {
      this.attributes = attributes;
    }

    String attributes() {
      return attributes;
    }
  }
}

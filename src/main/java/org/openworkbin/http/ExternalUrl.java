package org.openworkbin.http;

/**
 * What every {@code uri} of an answer begins with: where the client finds this server.
 *
 * @param prefix scheme, host and what stands before {@code /api/v2}, without a slash at its end
 */
public record ExternalUrl(String prefix) {

  /** The absolute URL of the resource with that path, which begins with a slash. */
  public String uri(String path) {
    return prefix + "/api/v2" + path;
  }
}

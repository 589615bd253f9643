package org.openworkbin.administration;

import java.util.List;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Listing;
import org.openworkbin.http.Property;
import org.openworkbin.http.Shape;

/**
 * What clients know as a service behind the server. Three of them are the store here, which has who
 * there is, and what is worked on and its content; there is no telephony.
 *
 * @param active whether it can be used
 */
record Service(String id, String type, boolean active) {

  /** All of them. */
  static List<Service> all(boolean storeReachable) {
    return List.of(
        new Service("provisioning", "Provisioning", storeReachable),
        new Service("voice", "Voice", false),
        new Service("multimedia-state", "MultiMediaState", storeReachable),
        new Service("multimedia-content", "MultiMediaContent", storeReachable));
  }

  static Shape<Service> shape(ExternalUrl url) {
    return Shape.of(
        Property.text("id", Service::id),
        Property.text("name", Service::type),
        Property.text("type", Service::type),
        Property.text("state", service -> service.active() ? "Active" : "Inactive"),
        Property.text("uri", service -> url.uri(service.path())),
        Property.text("path", Service::path));
  }

  static Listing<Service> listing(ExternalUrl url) {
    return new Listing<>("services", "service", shape(url), service -> url.uri(service.path()));
  }

  private String path() {
    return "/services/" + id;
  }
}

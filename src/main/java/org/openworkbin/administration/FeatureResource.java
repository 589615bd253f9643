package org.openworkbin.administration;

import java.util.List;
import java.util.Optional;
import org.openworkbin.directory.Feature;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Listing;
import org.openworkbin.http.Property;
import org.openworkbin.http.Query;
import org.openworkbin.http.Shape;
import org.openworkbin.refusal.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the contact centre has and what it could have ({@code spec/foundations.md} 5.1). There is
 * one contact centre, which the operator's addresses list for administrators.
 */
@RestController
final class FeatureResource {
  private static final String CENTERS = "/api/v2/ops/contact-centers";

  private final Viewers viewers;

  FeatureResource(Viewers viewers) {
    this.viewers = viewers;
  }

  @GetMapping("/api/v2/features")
  Answer all(Caller caller, Query query, ExternalUrl url) {
    return listing(url).all(query, on(viewers.of(caller)));
  }

  @GetMapping("/api/v2/features/{id}")
  Answer one(Caller caller, @PathVariable("id") String id, Query query, ExternalUrl url) {
    List<Feature> on = on(viewers.of(caller));
    return Feature.of(id)
        .filter(on::contains)
        .map(feature -> listing(url).one(query, feature))
        .orElseThrow(() -> new Refusal.Unknown("feature", id).asException());
  }

  @GetMapping("/api/v2/system/features")
  Answer known(Caller caller, Query query, ExternalUrl url) {
    administrator(caller);
    return listing(url).all(query, List.of(Feature.values()));
  }

  @GetMapping(CENTERS)
  Answer centers(Caller caller, Query query, ExternalUrl url) {
    return centers(url).all(query, List.of(administrator(caller).directory().contactCenterId()));
  }

  @GetMapping(CENTERS + "/{id}")
  Answer center(Caller caller, @PathVariable("id") String id, Query query, ExternalUrl url) {
    return centers(url).one(query, center(caller, id).directory().contactCenterId());
  }

  @GetMapping(CENTERS + "/{id}/features")
  Answer features(Caller caller, @PathVariable("id") String id, Query query, ExternalUrl url) {
    return listing(url).all(query, on(center(caller, id)));
  }

  private Viewer center(Caller caller, String id) {
    return Optional.of(administrator(caller))
        .filter(viewer -> viewer.directory().contactCenterId().equals(id))
        .orElseThrow(() -> new Refusal.Unknown("contact centre", id).asException());
  }

  private Viewer administrator(Caller caller) {
    Viewer viewer = viewers.of(caller);
    viewer.requireAdministrator("what is there for all contact centres");
    return viewer;
  }

  private static List<Feature> on(Viewer viewer) {
    return viewer.directory().features().stream().sorted().toList();
  }

  private static Listing<Feature> listing(ExternalUrl url) {
    Shape<Feature> shape =
        Shape.of(
            Property.text("id", Feature::id),
            Property.text("displayName", Feature::displayName),
            Property.text("description", Feature::description),
            Property.flag("autoAssignOnContactCenterCreate", Feature.DEFAULT::contains),
            Property.text("uri", feature -> url.uri(path(feature))),
            Property.text("path", FeatureResource::path));
    return new Listing<>("features", "feature", shape, feature -> url.uri(path(feature)));
  }

  private static String path(Feature feature) {
    return "/features/" + feature.id();
  }

  private static Listing<String> centers(ExternalUrl url) {
    Shape<String> shape =
        Shape.of(
            Property.text("id", id -> id),
            Property.text("uri", id -> url.uri(centerPath(id))),
            Property.text("path", FeatureResource::centerPath));
    return new Listing<>("contactCenters", "contactCenter", shape, id -> url.uri(centerPath(id)));
  }

  private static String centerPath(String id) {
    return "/ops/contact-centers/" + id;
  }
}

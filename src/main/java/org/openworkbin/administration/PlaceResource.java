package org.openworkbin.administration;

import org.openworkbin.directory.ObjectKind;
import org.openworkbin.directory.Place;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Listing;
import org.openworkbin.http.Property;
import org.openworkbin.http.Query;
import org.openworkbin.http.Shape;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where one can sit: the names that a contact-centre session is started with. Who sits there is not
 * told.
 */
@RestController
final class PlaceResource {
  private final Viewers viewers;

  PlaceResource(Viewers viewers) {
    this.viewers = viewers;
  }

  @GetMapping("/api/v2/places")
  Answer all(Caller caller, Query query, ExternalUrl url) {
    return listing(url).all(query, viewers.of(caller).directory().places());
  }

  @GetMapping("/api/v2/places/{id}")
  Answer one(Caller caller, @PathVariable("id") String id, Query query, ExternalUrl url) {
    Place place = viewers.of(caller).find(ObjectKind.PLACE, id, Place.class);
    return listing(url).one(query, place);
  }

  static Shape<Place> shape(ExternalUrl url) {
    return Shape.of(
        Property.text("id", place -> place.id().value()),
        Property.text("name", Place::name),
        Property.text("uri", place -> url.uri(path(place))),
        Property.text("path", PlaceResource::path));
  }

  private static Listing<Place> listing(ExternalUrl url) {
    return new Listing<>("places", "place", shape(url), place -> url.uri(path(place)));
  }

  private static String path(Place place) {
    return "/places/" + place.id().value();
  }
}

package org.openworkbin.administration;

import org.openworkbin.http.Answer;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Query;
import org.openworkbin.refusal.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Which services can be used just now ({@code spec/workbins.md} 13); for everybody. */
@RestController
final class ServiceResource {
  private final StoreWatch store;

  ServiceResource(StoreWatch store) {
    this.store = store;
  }

  @GetMapping("/api/v2/services")
  Answer all(Caller caller, Query query, ExternalUrl url) {
    return Service.listing(url).all(query, Service.all(store.isReachable()));
  }

  @GetMapping("/api/v2/services/{id}")
  Answer one(Caller caller, @PathVariable("id") String id, Query query, ExternalUrl url) {
    return Service.all(store.isReachable()).stream()
        .filter(service -> service.id().equals(id))
        .findAny()
        .map(service -> Service.listing(url).one(query, service))
        .orElseThrow(() -> new Refusal.Unknown("service", id).asException());
  }
}

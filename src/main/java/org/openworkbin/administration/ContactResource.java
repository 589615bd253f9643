package org.openworkbin.administration;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Query;
import org.openworkbin.refusal.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The directory that agents look in for whom to hand work to. The list is of objects whatever is
 * asked for, as the contract's sample has it.
 */
@RestController
final class ContactResource {
  private final Viewers viewers;

  ContactResource(Viewers viewers) {
    this.viewers = viewers;
  }

  @GetMapping("/api/v2/contacts")
  Answer all(Caller caller, Query query, ExternalUrl url) {
    Viewer viewer = viewers.of(caller);
    Predicate<Contact> filter = NameFilter.of(query, Contact::names);
    List<Contact> contacts = Contact.all(viewer).stream().filter(filter).toList();
    return ContactShape.listing(viewer, url).counted(query, contacts, NameFilter.PARAMETERS);
  }

  @GetMapping("/api/v2/contacts/{id}")
  Answer one(Caller caller, @PathVariable("id") String id, Query query, ExternalUrl url) {
    Viewer viewer = viewers.of(caller);
    Optional<String> type = query.optional("type");
    return Contact.all(viewer).stream()
        .filter(contact -> contact.id().equals(id))
        .filter(contact -> type.isEmpty() || type.get().equals(contact.type()))
        .findAny()
        .map(contact -> ContactShape.listing(viewer, url).one(query, contact))
        .orElseThrow(() -> new Refusal.Unknown("contact", id).asException());
  }
}

package org.openworkbin.administration;

import java.util.EnumSet;
import java.util.Set;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.Feature;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Body;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExpectedVersion;
import org.openworkbin.refusal.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which features the contact centre has, for administrators; an addition of ours. */
@RestController
@RequestMapping("/api/v2/administration/features")
final class FeatureSwitchResource {
  private final Changes changes;

  FeatureSwitchResource(Changes changes) {
    this.changes = changes;
  }

  @GetMapping
  Answer all(Caller caller) {
    Directory directory = changes.read(caller);
    return Changes.tagged(Answer.of(DefinitionJson.switches(directory.features())), directory);
  }

  /** The whole set: what is not named is switched off. */
  @PutMapping
  Answer change(Caller caller, Body body, ExpectedVersion expected) {
    changes.read(caller);
    if (!body.has("features")) {
      throw new Refusal.Missing("features").asException();
    }
    Set<Feature> wanted = EnumSet.noneOf(Feature.class);
    body.texts("features").forEach(id -> wanted.add(feature(id)));
    return Changes.done(
        changes.make(
            caller, expected, directory -> DirectoryChange.features(directory.features(), wanted)));
  }

  private static Feature feature(String id) {
    return Feature.of(id)
        .orElseThrow(
            () -> new Refusal.OutOfRange("features", "There is no feature " + id).asException());
  }
}

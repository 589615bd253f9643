package org.openworkbin.administration;

import java.util.Optional;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Body;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExpectedVersion;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Query;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /platform/configuration}: groups, places, persons and skills in the form of the
 * configuration server ({@code spec/foundations.md} 6.4), for administrators.
 */
@RestController
@RequestMapping("/api/v2/platform/configuration")
final class ConfigurationResource {
  private final Configuration configuration;

  ConfigurationResource(Configuration configuration) {
    this.configuration = configuration;
  }

  @GetMapping("/{objects}")
  Answer list(Caller caller, @PathVariable("objects") String objects, Query query) {
    return configuration.list(caller, objects, query);
  }

  @GetMapping("/{objects}/{dbid}")
  Answer one(
      Caller caller, @PathVariable("objects") String objects, @PathVariable("dbid") String dbid) {
    return configuration.one(caller, objects, dbid);
  }

  @PostMapping("/{objects}")
  Answer create(
      Caller caller, @PathVariable("objects") String objects, Body body, ExternalUrl url) {
    return configuration.create(caller, objects, body, url);
  }

  /** The object is named in the URL, or by a {@code DBID} in the body. */
  @PutMapping("/{objects}")
  Answer change(
      Caller caller,
      @PathVariable("objects") String objects,
      Query query,
      Body body,
      ExpectedVersion expected) {
    Optional<String> dbid = query.optional("dbid").or(() -> body.scalar("DBID"));
    return configuration.change(caller, objects, dbid, body, expected);
  }

  @RequestMapping(
      path = "/{objects}/{dbid}",
      method = {RequestMethod.PUT, RequestMethod.POST})
  Answer change(
      Caller caller,
      @PathVariable("objects") String objects,
      @PathVariable("dbid") String dbid,
      Body body,
      ExpectedVersion expected) {
    return configuration.change(caller, objects, Optional.of(dbid), body, expected);
  }

  @DeleteMapping("/{objects}")
  Answer remove(
      Caller caller,
      @PathVariable("objects") String objects,
      Query query,
      ExpectedVersion expected) {
    return configuration.remove(caller, objects, query.optional("dbid"), expected);
  }

  @DeleteMapping("/{objects}/{dbid}")
  Answer remove(
      Caller caller,
      @PathVariable("objects") String objects,
      @PathVariable("dbid") String dbid,
      ExpectedVersion expected) {
    return configuration.remove(caller, objects, Optional.of(dbid), expected);
  }
}

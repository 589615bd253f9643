package org.openworkbin.administration;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.DirectoryChange;
import org.openworkbin.directory.DirectoryObject;
import org.openworkbin.directory.Feature;
import org.openworkbin.directory.ObjectKey;
import org.openworkbin.directory.User;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Body;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExpectedVersion;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.Query;
import org.openworkbin.id.IdGenerator;
import org.openworkbin.refusal.Refusal;
import org.springframework.stereotype.Service;

/** The contact centre as a configuration server shows it and lets it be changed. */
@Service
final class Configuration {
  private static final String PATH = "/platform/configuration/";

  private final Changes reads;
  private final Changes changes;
  private final NewPasswords passwords;
  private final IdGenerator ids;

  Configuration(Changes changes, NewPasswords passwords, IdGenerator ids) {
    this.reads = changes.by(Feature.PLATFORM_CONFIGURATION_READ);
    this.changes = changes.by(Feature.PLATFORM_CONFIGURATION_WRITE);
    this.passwords = passwords;
    this.ids = ids;
  }

  Answer list(Caller caller, String objects, Query query) {
    Directory directory = reads.read(caller);
    Optional<ConfigurationType> type = known(objects);
    List<? extends DirectoryObject> found =
        type.isEmpty()
            ? List.of()
            : type.get().all(directory).stream()
                .filter(new ConfigurationFilter(directory, type.get(), query))
                .toList();
    return Changes.tagged(
        Answer.of(new ConfigurationJson(directory).list(objects, found)), directory);
  }

  Answer one(Caller caller, String objects, String dbid) {
    Directory directory = reads.read(caller);
    ConfigurationType type =
        known(objects).orElseThrow(() -> new Refusal.Unknown(objects, dbid).asException());
    DirectoryObject object = find(directory, type, dbid);
    return Changes.tagged(
        Answer.of(new ConfigurationJson(directory).one(type.singular(), object)), directory);
  }

  Answer create(Caller caller, String objects, Body body, ExternalUrl url) {
    changes.read(caller);
    ConfigurationType type = changeable(objects);
    String id = type == ConfigurationType.PERSONS ? ids.newUserId().value() : uuid();
    ObjectKey key = new ObjectKey(type.kind(), id);
    Optional<String> hash =
        type == ConfigurationType.PERSONS ? passwords.hashOfFirst(body) : Optional.empty();
    Directory changed =
        changes.make(
            caller,
            ExpectedVersion.any(),
            directory -> with(new ConfigurationWish(directory, body).created(key), hash));
    String number = Integer.toString(changed.number(key));
    return Changes.tagged(
        Answer.of(new CreatedJson(url, PATH + objects, number)::writeNumbered), changed);
  }

  Answer change(
      Caller caller, String objects, Optional<String> dbid, Body body, ExpectedVersion expected) {
    Directory now = changes.read(caller);
    ConfigurationType type = changeable(objects);
    String number = required(dbid);
    Function<Directory, DirectoryChange> wish =
        directory ->
            DirectoryChange.of(
                new ConfigurationWish(directory, body).changed(find(directory, type, number)));
    Directory changed =
        find(now, type, number) instanceof User person
            ? changes.make(caller, expected, person.id(), body.optional("password"), wish)
            : changes.make(caller, expected, wish);
    return Changes.done(changed);
  }

  Answer remove(Caller caller, String objects, Optional<String> dbid, ExpectedVersion expected) {
    changes.read(caller);
    ConfigurationType type = changeable(objects);
    String number = required(dbid);
    return Changes.done(
        changes.remove(caller, expected, directory -> find(directory, type, number)));
  }

  private static DirectoryChange with(DirectoryObject object, Optional<String> hash) {
    return object instanceof User user ? NewPasswords.with(user, hash) : DirectoryChange.of(object);
  }

  private static String required(Optional<String> dbid) {
    return dbid.orElseThrow(() -> new Refusal.Missing("DBID").asException());
  }

  private static DirectoryObject find(Directory directory, ConfigurationType type, String dbid) {
    return Optional.of(dbid)
        .filter(text -> text.matches("[0-9]{1,9}"))
        .flatMap(text -> directory.numbered(type.kind(), Integer.parseInt(text)))
        .flatMap(directory::object)
        .orElseThrow(() -> new Refusal.Unknown(type.kind().noun(), dbid).asException());
  }

  /** Empty for objects that there are none of here. */
  private static Optional<ConfigurationType> known(String objects) {
    Optional<ConfigurationType> type = ConfigurationType.of(objects);
    if (type.isEmpty() && !ConfigurationType.isEmpty(objects)) {
      throw new Refusal.Unknown("kind of object", objects).asException();
    }
    return type;
  }

  private static ConfigurationType changeable(String objects) {
    return known(objects).orElseThrow(() -> new Refusal.MethodNotAllowed("").asException());
  }

  private String uuid() {
    return ids.newUuid().toString();
  }
}

package org.openworkbin.administration;

import org.openworkbin.directory.Directory;
import org.openworkbin.http.Answer;
import org.openworkbin.http.Body;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ExpectedVersion;
import org.openworkbin.http.ExternalUrl;
import org.openworkbin.id.UserId;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Adds, changes and removes users ({@code spec/foundations.md} 6.1). */
@RestController
final class UserChangeResource {
  private final Users users;

  UserChangeResource(Users users) {
    this.users = users;
  }

  @PostMapping("/api/v2/users")
  Answer create(Caller caller, Body body, ExternalUrl url) {
    UserId id = users.create(caller, body);
    return Answer.of(new CreatedJson(url, "/users", id.value())::write);
  }

  @RequestMapping(
      path = "/api/v2/users/{id}",
      method = {RequestMethod.PUT, RequestMethod.POST})
  Answer change(Caller caller, @PathVariable("id") String id, Body body, ExpectedVersion expected) {
    Directory changed = users.change(caller, id, body, expected);
    return Changes.done(changed);
  }

  @DeleteMapping("/api/v2/users/{id}")
  Answer remove(Caller caller, @PathVariable("id") String id, ExpectedVersion expected) {
    return Changes.done(users.remove(caller, id, expected));
  }
}

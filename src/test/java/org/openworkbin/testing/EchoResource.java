package org.openworkbin.testing;

import org.openworkbin.http.Answer;
import org.openworkbin.http.Body;
import org.openworkbin.http.Caller;
import org.openworkbin.http.ReferenceIds;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Answers an operation without doing anything: what a request costs before and after the work. The
 * benchmark measures it beside the work.
 */
@Controller
@Profile("echo")
public class EchoResource {
  private final ReferenceIds references = new ReferenceIds(0, _ -> {});

  @PostMapping("/api/v2/echo/{id}")
  Answer echo(Caller caller, Body body, @PathVariable String id) {
    body.operationName();
    body.required("id");
    return Answer.reference(references.next());
  }
}

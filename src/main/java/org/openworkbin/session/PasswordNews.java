package org.openworkbin.session;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.openworkbin.directory.Directories;
import org.openworkbin.directory.Directory;
import org.openworkbin.directory.User;
import org.openworkbin.http.MessageUrl;
import org.openworkbin.id.UserId;
import org.openworkbin.push.Notice;
import org.openworkbin.push.Post;
import org.openworkbin.push.Topic;
import org.openworkbin.session.PasswordMessageJson.Failure;
import org.openworkbin.session.PasswordMessageJson.Whose;
import org.springframework.stereotype.Component;

/** Tells people what became of a change of password. Thread-safe. */
@Component
final class PasswordNews {
  private final Directories directories;
  private final Post post;
  private final MessageUrl url;

  PasswordNews(Directories directories, Post post, MessageUrl url) {
    this.directories = directories;
    this.post = post;
    this.url = url;
  }

  /** Tells the user himself, on {@code /v2/me}. */
  void tellHim(UserId user, Optional<Failure> error) {
    String text = new PasswordMessageJson(error, Optional.empty()).text();
    post.send(user, new Notice(Topic.ME, text));
  }

  /** Tells administrators, and who manages a group of his, on {@code /v2/users}. */
  void tellOthers(UserId user, Optional<Failure> error) {
    Whose whose = new Whose(user, url.now());
    Notice notice =
        new Notice(Topic.USERS, new PasswordMessageJson(error, Optional.of(whose)).text());
    for (UserId receiver : whoLooksAfter(user)) {
      post.send(receiver, notice);
    }
  }

  private Set<UserId> whoLooksAfter(UserId user) {
    Directory now = directories.now();
    Set<UserId> receivers = new LinkedHashSet<>();
    now.users().stream().filter(User::isAdministrator).map(User::id).forEach(receivers::add);
    now.groupsOf(user).forEach(group -> receivers.addAll(group.managers()));
    receivers.remove(user);
    return receivers;
  }
}

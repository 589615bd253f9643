package org.openworkbin.cli;

import java.util.List;

/** What the demo tells whoever started it. */
final class DemoText {

  private DemoText() {}

  static List<String> lines(String url) {
    return """
    The demo of Open Workbin is ready.

      page     %1$s
      API      %1$s/api/v2
      log in   ada, ben, cleo (agents of MyAgentGroup), dan, sue (its supervisor),
               admin; the password of each is demo
      pull     curl -u ada:demo -H 'Content-Type: application/json' \\
                 -d '{"operationName":"PullChat","id":"0001BaBFVPR20035"}' \\
                 '%1$s/api/v2/me/workbins/6c715fa9-de16-4d23-b07c-cbcb1caf3e07?agentGroup=MyAgentGroup'
      stop     Ctrl-C; the data folder keeps what was done
    """
        .formatted(url)
        .lines()
        .toList();
  }
}

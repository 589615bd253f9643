package org.openworkbin.proof.client;

import org.cometd.client.transport.ClientTransport;

/** A transport of the CometD client whose connection can be cut. */
interface CutTransport {

  ClientTransport asTransport();

  /** Closes the connection that messages come over, if there is one now. */
  void cut();
}

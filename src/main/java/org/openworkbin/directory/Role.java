package org.openworkbin.directory;

/** What a user may do beside being a user; the names are the contract's. */
public enum Role {
  ROLE_AGENT,
  ROLE_SUPERVISOR,
  ROLE_ADMIN,
  /** Another program, which may do what an administrator may. */
  ROLE_APIUSER
}

package org.openworkbin.workbin;

import org.openworkbin.http.ExternalUrl;
import org.openworkbin.http.KnownVersions;
import org.openworkbin.http.Query;

/**
 * A read of workbins.
 *
 * @param subject who asks, and whose workbins he asks about
 * @param query what of them
 * @param url where the links of the answer lead
 * @param known which versions the client has already
 */
record Read(Subject subject, Query query, ExternalUrl url, KnownVersions known) {}

/**
 * Agents at work: their contact-centre sessions, channels, states and devices, and everything under
 * {@code /me} that says so.
 */
@NullMarked
package org.openworkbin.presence;

import org.jspecify.annotations.NullMarked;

/**
 * What desktops read around workbins, and what administrators read and change while the server
 * runs.
 */
@NullMarked
package org.openworkbin.administration;

import org.jspecify.annotations.NullMarked;

package org.openworkbin.workbin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of the Workbins API.
 *
 * @param maxIds how many ids one request may name, in {@code workbinIds} for instance
 */
@ConfigurationProperties("open-workbin.workbins")
record WorkbinSettings(@DefaultValue("100") int maxIds) {}

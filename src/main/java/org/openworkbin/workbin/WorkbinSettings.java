package org.openworkbin.workbin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of the Workbins API.
 *
 * @param maxIds how many ids one request may name, in {@code workbinIds} for instance
 * @param maxSorted how much content one request may have sorted by {@code sortBy}; what its page
 *     leaves out does not count
 * @param maxPage how much content a page of more than a hundred items, or of a filter, may have
 *     before it ends early
 */
@ConfigurationProperties("open-workbin.workbins")
public record WorkbinSettings(
    @DefaultValue("100") int maxIds,
    @DefaultValue("64MB") DataSize maxSorted,
    @DefaultValue("16MB") DataSize maxPage) {}

package org.openworkbin.sql;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the server keeps its files.
 *
 * @param data the data folder; made where it is missing, for its owner only
 */
@ConfigurationProperties("open-workbin")
public record DataSettings(@DefaultValue("./data") Path data) {}

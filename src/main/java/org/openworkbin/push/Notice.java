package org.openworkbin.push;

/**
 * One message: the topic it goes out on and the JSON text of its {@code data}, made once and shared
 * by all who receive it.
 */
public record Notice(Topic topic, String data) {}

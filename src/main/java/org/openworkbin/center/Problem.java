package org.openworkbin.center;

/**
 * Something wrong in a contact-centre file.
 *
 * @param line counted from 1
 * @param text a sentence for people
 */
public record Problem(int line, String text) {}

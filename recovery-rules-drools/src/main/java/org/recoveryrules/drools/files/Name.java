package org.recoveryrules.drools.files;

/**
 * A word or a text at its place.
 *
 * @param text what it says
 * @param span where it stands
 */
public record Name(String text, Span span) {}

package io.hubtriage.notify.text;

/**
 * Words that are ready to show, to go into a phrase as they are; a plain {@link String} would be
 * taken for foreign text and tamed.
 */
public record Spoken(String text) {}

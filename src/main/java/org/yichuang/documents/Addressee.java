package org.yichuang.documents;

/**
 * Whom a letter is for.
 *
 * @param name in full, as it stands on the letter
 * @param person a natural person, whose name the public page hides but for the family name
 */
public record Addressee(String name, boolean person) {}

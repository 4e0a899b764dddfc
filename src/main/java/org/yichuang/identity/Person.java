package org.yichuang.identity;

/** What is known of a natural person beyond the name. */
public record Person(PersonalNumber idNumber) {}

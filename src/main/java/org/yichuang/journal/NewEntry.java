package org.yichuang.journal;

import java.util.Map;

/**
 * What happened, before the record has taken it.
 *
 * @param kind module and past tense: {@code case.accepted}
 * @param subject what it happened to: {@code case:0199…}, {@code post:330106-scjg-review}
 * @param payload small JSON: strings, numbers, booleans, lists and maps of these (ids, dates, instants and enum constants
 *     are written as strings); no personal numbers, no file contents
 */
public record NewEntry(String kind, String subject, Actor actor, Map<String, ?> payload) {}

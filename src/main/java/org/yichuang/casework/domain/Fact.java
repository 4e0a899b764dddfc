package org.yichuang.casework.domain;

import java.util.List;
import java.util.Map;

/**
 * Something for the record.
 *
 * @param kind of the journal entry
 * @param payload of it, without the letters' references
 * @param letters what is written because of it
 */
public record Fact(String kind, Map<String, Object> payload, List<Letter> letters) {}

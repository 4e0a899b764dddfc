package org.yichuang.casework;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.yichuang.shared.Text;

/**
 * One entry of a case's record, in words.
 *
 * @param kind as in the journal: {@code case.accepted}
 * @param detail one sentence more, may be blank
 * @param by who: an officer with their post, the applicant, the clock
 * @param payload the entry's facts, as the record has them
 * @param hash hexadecimal, of the journal entry
 */
public record TimelineEntry(
        UUID id, Instant at, String kind, Text title, Text detail, Text by, Map<String, Object> payload, String hash) {}

package org.yichuang.journal;

import java.time.Instant;
import java.util.UUID;

/**
 * One entry of the record. The hash covers all of it: the id, the instant, the kind, the subject, the place in the
 * subject's chain, the actor, the payload and the previous entry's hash, as one canonical JSON document.
 *
 * @param at to the microsecond, as the database keeps it
 * @param nth the place in its subject's chain, from 1
 * @param payload canonical JSON, as hashed
 * @param previous the hash of the subject's entry before it; zeros at the first
 */
public record Entry(
        UUID id,
        Instant at,
        String kind,
        String subject,
        long nth,
        Actor actor,
        String payload,
        byte[] previous,
        byte[] hash,
        HashAlgorithm algorithm) {
    public Link link() {
        return new Link(nth, hash);
    }
}

package org.yichuang.journal;

import java.time.Instant;
import java.util.UUID;

/**
 * One entry of the record. {@code payload} and the actor stand in the hash as canonical JSON; so do the previous hash,
 * the place in the subject's chain, the kind, the subject and the instant.
 *
 * @param payload canonical JSON, as hashed
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
        byte[] hash) {
    public Link link() {
        return new Link(nth, hash);
    }
}

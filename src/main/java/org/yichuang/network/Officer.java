package org.yichuang.network;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone who holds posts.
 *
 * @param code the officer's number
 * @param account the account they sign in with; null while there is none
 */
public record Officer(
        String code, String name, String unit, @Nullable UUID account) {}

package org.yichuang.identity;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a company or another organisation beyond the name.
 *
 * @param uscc the unified social credit code (统一社会信用代码)
 * @param legalRepresentative the legal representative, null while nobody has said
 * @param agent who last acted for it, null while nobody has said
 */
public record Organisation(
        PersonalNumber uscc,
        @Nullable String legalRepresentative,
        @Nullable String agent) {}

package org.yichuang.casework.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.Channel;
import org.yichuang.shared.Text;

/**
 * What of a case never changes.
 *
 * @param person the applicant is a natural person
 * @param agent who stood at the window for them
 * @param unit the competent one
 * @param filedBy the officer who filed at the window
 */
public record Particulars(
        UUID id,
        String number,
        String queryCode,
        String item,
        int itemVersion,
        Text itemName,
        UUID applicant,
        String applicantName,
        boolean person,
        @Nullable String agent,
        String unit,
        @Nullable String division,
        Channel channel,
        @Nullable String window,
        @Nullable UUID filedBy,
        @Nullable String filedByName) {}

package org.yichuang.identity.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things last.
 *
 * @param staffIdle a session of an officer ends when nothing is asked for this long
 * @param applicantIdle the same for residents and companies
 * @param staffEnds a session of an officer ends this long after the sign-in, come what may
 * @param applicantEnds the same for residents and companies
 * @param attempts so many wrong passwords within {@code window} lock the name for {@code lock}
 * @param registrations so many accounts opened from one public address within an hour close registration to it for an hour
 * @param link how long a link that sets a password is good
 */
@ConfigurationProperties("yichuang.sign-in")
public record SignInSettings(
        @DefaultValue("30m") Duration staffIdle,
        @DefaultValue("8h") Duration applicantIdle,
        @DefaultValue("12h") Duration staffEnds,
        @DefaultValue("7d") Duration applicantEnds,
        @DefaultValue("5") int attempts,
        @DefaultValue("15m") Duration window,
        @DefaultValue("15m") Duration lock,
        @DefaultValue("100") int registrations,
        @DefaultValue("7d") Duration link) {

    public SignInSettings {
        atLeastAMinute("STAFFIDLE", staffIdle);
        atLeastAMinute("APPLICANTIDLE", applicantIdle);
        atLeastAMinute("STAFFENDS", staffEnds);
        atLeastAMinute("APPLICANTENDS", applicantEnds);
        atLeastAMinute("WINDOW", window);
        atLeastAMinute("LOCK", lock);
        atLeastAMinute("LINK", link);
        atLeastOne("ATTEMPTS", attempts);
        atLeastOne("REGISTRATIONS", registrations);
    }

    private static void atLeastOne(String name, int given) {
        if (given < 1) {
            throw new IllegalArgumentException(
                    "YICHUANG_SIGNIN_" + name + " 至少是 1 · YICHUANG_SIGNIN_" + name + " is at least 1, not " + given);
        }
    }

    /** A number without its unit is taken as milliseconds. */
    private static void atLeastAMinute(String name, Duration given) {
        if (given.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("YICHUANG_SIGNIN_" + name + " 至少一分钟，要带单位，像 30m · YICHUANG_SIGNIN_" + name
                    + " is at least a minute, with its unit, like 30m, not " + given);
        }
    }

    Duration idle(boolean staff) {
        return staff ? staffIdle : applicantIdle;
    }

    Duration ends(boolean staff) {
        return staff ? staffEnds : applicantEnds;
    }
}

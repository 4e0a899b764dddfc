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

    Duration idle(boolean staff) {
        return staff ? staffIdle : applicantIdle;
    }

    Duration ends(boolean staff) {
        return staff ? staffEnds : applicantEnds;
    }
}

/**
 * Time under the law: the working calendar, limits, pauses, due instants, and why they are what they are. Pure values:
 * no Spring, no SQL, no machine clock. The rule is Administrative Licensing Law article 82 with Civil Code 201–203; see
 * {@link org.yichuang.calendar.LimitClock}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {"shared"})
package org.yichuang.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

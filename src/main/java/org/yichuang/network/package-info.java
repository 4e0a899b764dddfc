/** The city's network: tiers, units, centres, service points, posts, officers, A/B cover, authorisations; its calendar. */
@NullMarked
@ApplicationModule(
        displayName = "Network",
        allowedDependencies = {"shared", "identity", "calendar", "journal", "jooq"})
package org.yichuang.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

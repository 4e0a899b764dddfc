/** The case, from application to certificate: intake, steps, clocks, decisions, delivery. */
@NullMarked
@ApplicationModule(
        displayName = "Casework",
        allowedDependencies = {"shared", "catalogue", "network", "documents", "calendar", "identity", "journal", "jooq"
        })
package org.yichuang.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

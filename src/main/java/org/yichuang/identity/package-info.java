/** Accounts of residents, companies, officers and systems; sign-in, roles, sessions. */
@NullMarked
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"shared", "journal", "jooq"})
package org.yichuang.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

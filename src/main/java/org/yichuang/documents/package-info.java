/** Uploaded files; letters and certificates made from a case; their public verification. */
@NullMarked
@ApplicationModule(
        displayName = "Documents",
        allowedDependencies = {"shared", "identity", "journal", "jooq"})
package org.yichuang.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

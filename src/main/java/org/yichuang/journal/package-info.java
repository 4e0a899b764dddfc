/**
 * The record: every official act is one entry, appended in the same transaction as the state it changes. What
 * follows later from an act reads it. See docs/architecture.md, "The spine".
 */
@NullMarked
@ApplicationModule(
        displayName = "Journal",
        allowedDependencies = {"shared", "jooq"})
package org.yichuang.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

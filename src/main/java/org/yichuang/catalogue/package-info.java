/**
 * The service catalogue: items and their versions, with every element that article 30 of the Administrative Licensing
 * Law asks to be published, their forms and procedures as data, their guides and the search over them.
 */
@ApplicationModule(
        displayName = "Catalogue",
        allowedDependencies = {"shared", "network", "calendar", "journal", "jooq"})
@NullMarked
package org.yichuang.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The public home page. */
@NullMarked
@ApplicationModule(
        displayName = "Portal",
        allowedDependencies = {
            "shared",
            "catalogue",
            "network",
            "documents",
            "calendar",
            "identity",
            "journal",
            "casework"
        })
package org.yichuang.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

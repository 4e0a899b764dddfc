/** The official calendar for those who read it and for the administrator who keeps it. */
@NullMarked
package org.yichuang.network.years;

import org.jspecify.annotations.NullMarked;

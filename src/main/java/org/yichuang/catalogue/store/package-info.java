/** Where versions are kept, and the state of the published ones that each node derives from them. */
@NullMarked
package org.yichuang.catalogue.store;

import org.jspecify.annotations.NullMarked;

/** The network's tables as data: their columns drive import, export, the administrator's pages and every check. */
@NullMarked
package org.yichuang.network.tables;

import org.jspecify.annotations.NullMarked;

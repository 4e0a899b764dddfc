/** The network's pages. */
@NullMarked
package org.yichuang.network.web;

import org.jspecify.annotations.NullMarked;

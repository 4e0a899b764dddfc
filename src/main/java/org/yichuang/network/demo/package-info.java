/** The demo city's network: real divisions, invented centres, officers and telephone numbers. */
@NullMarked
package org.yichuang.network.demo;

import org.jspecify.annotations.NullMarked;

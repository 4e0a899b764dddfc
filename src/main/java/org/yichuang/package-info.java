/** Yichuang (一窗): the server behind a city's public service windows. */
@NullMarked
package org.yichuang;

import org.jspecify.annotations.NullMarked;

/** The frame of every page and endpoint: who visits, what they may open, how a page and a problem are written. */
@NullMarked
package org.yichuang.shared.web;

import org.jspecify.annotations.NullMarked;

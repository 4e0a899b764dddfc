/** The home page. */
@NullMarked
package org.yichuang.portal.web;

import org.jspecify.annotations.NullMarked;

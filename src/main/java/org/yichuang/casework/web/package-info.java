/** The pages of casework: what both sides of the window see of a case. */
@NullMarked
package org.yichuang.casework.web;

import org.jspecify.annotations.NullMarked;

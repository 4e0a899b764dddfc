/** Cases as JSON, under {@code /api/v1}. */
@NullMarked
package org.yichuang.casework.api;

import org.jspecify.annotations.NullMarked;

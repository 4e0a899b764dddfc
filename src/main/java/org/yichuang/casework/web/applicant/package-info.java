/** The applicant's pages: apply, my cases, tracking. */
@NullMarked
package org.yichuang.casework.web.applicant;

import org.jspecify.annotations.NullMarked;

/** The officers' pages of a case: work list, case, the dialogue of an act, intake at a window, the denial review. */
@NullMarked
package org.yichuang.casework.web.desk;

import org.jspecify.annotations.NullMarked;

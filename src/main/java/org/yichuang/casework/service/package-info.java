/** What stands behind the module's face: who may see and do what, acts and lists, letters, words of the timeline. */
@NullMarked
package org.yichuang.casework.service;

import org.jspecify.annotations.NullMarked;

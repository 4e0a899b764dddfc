/** Letters as PDF, and the public verification pages. */
@NullMarked
package org.yichuang.documents.web;

import org.jspecify.annotations.NullMarked;

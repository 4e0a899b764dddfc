/** Every text for people stands in both languages: looks through the templates and the sources for those that do not. */
@org.jspecify.annotations.NullMarked
package org.yichuang.language;

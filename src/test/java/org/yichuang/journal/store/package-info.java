@org.jspecify.annotations.NullMarked
package org.yichuang.journal.store;

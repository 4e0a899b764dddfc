@org.jspecify.annotations.NullMarked
package org.yichuang.documents.api;

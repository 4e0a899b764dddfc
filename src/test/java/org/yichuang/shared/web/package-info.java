@org.jspecify.annotations.NullMarked
package org.yichuang.shared.web;

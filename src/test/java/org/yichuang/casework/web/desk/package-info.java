@org.jspecify.annotations.NullMarked
package org.yichuang.casework.web.desk;

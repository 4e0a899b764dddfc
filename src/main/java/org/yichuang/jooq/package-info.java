/** Generated from the migrations, one package a schema; a module uses only the one of its own name (a test checks). */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package org.yichuang.jooq;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package org.yichuang;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModuleTests {
    @Test
    void every_module_keeps_its_walls_and_none_is_part_of_a_circle() {
        ApplicationModules.of(Yichuang.class).verify();
    }
}

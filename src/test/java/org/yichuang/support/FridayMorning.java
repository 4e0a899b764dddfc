package org.yichuang.support;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Before each test it is Friday 9 October 2026, 10:24, wherever the last one left the clock. */
public class FridayMorning implements BeforeEachCallback {
    @Override
    public void beforeEach(ExtensionContext context) {
        SpringExtension.getApplicationContext(context).getBean(TestClock.class).set("2026-10-09T10:24");
    }
}

package org.yichuang.shared.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An endpoint whose answers are not kept under an {@code Idempotency-Key}. It refuses one where its answer holds a secret
 * that is told once, or its failures are counted and must not be undone.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithoutKey {
    /** False: it changes nothing and takes no key; one that comes along is passed over. */
    boolean refused() default true;
}

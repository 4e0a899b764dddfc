package org.yichuang.shared.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The access rule of an endpoint: who may call it. A controller method without one, on itself or its class, answers
 * nobody. Which cases a person sees, and which acts a post may do, is decided behind it, in the module.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {
    /** Any one of these roles is enough. */
    Role[] value();
}

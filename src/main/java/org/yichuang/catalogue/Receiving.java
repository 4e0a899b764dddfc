package org.yichuang.catalogue;

import java.util.Set;

/** The question how the result is received: every form asks it under the same keys, and its answers are what is done. */
public final class Receiving {
    public static final String QUESTION = "receive";

    /** The answer that says where to; asked of who answers {@link #POST}, and of nobody else. */
    public static final String ADDRESS = "receive_address";

    public static final String ELECTRONIC = "electronic";
    public static final String POST = "post";
    public static final String COLLECT = "collect";

    /** Nothing else can be answered. */
    public static final Set<String> ANSWERS = Set.of(ELECTRONIC, POST, COLLECT);

    private Receiving() {}
}

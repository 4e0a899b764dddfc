package org.yichuang.shared;

/** Whether this database is a demo city's: decided when it was filled, whatever the server is started with later. */
public interface Demo {
    boolean is();
}

package org.yichuang.shared;

/** The city that this is the software of. */
public interface City {
    /** Its name: 杭州市. Empty while nobody has entered it. */
    Text name();
}

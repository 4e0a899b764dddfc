package org.yichuang.network;

import org.yichuang.shared.Text;

/** A line of work that has a unit in several divisions: {@code scjg}, market supervision. */
public record Department(String key, Text name) {}

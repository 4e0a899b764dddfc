package org.yichuang.catalogue;

import org.yichuang.shared.Text;

/** What people often ask about an item, and the answer. */
public record Faq(Text ask, Text answer) {}

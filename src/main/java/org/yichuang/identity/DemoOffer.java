package org.yichuang.identity;

import org.yichuang.shared.Text;

/** A demo account that a newcomer may sign in as, and what it is for. */
public record DemoOffer(String login, String name, Text caption) {}

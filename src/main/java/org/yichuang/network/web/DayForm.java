package org.yichuang.network.web;

/** A change of one day as it was typed. */
public record DayForm(String day, String kind, String name) {}

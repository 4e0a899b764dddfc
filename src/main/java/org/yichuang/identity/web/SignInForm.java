package org.yichuang.identity.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yichuang.identity.DemoOffer;
import org.yichuang.shared.web.Address;

/**
 * The sign-in page.
 *
 * @param password filled in for a demo account only
 * @param offers the demo accounts, none outside a demo city
 */
public record SignInForm(String name, String password, String next, List<DemoOffer> offers) {

    /** This page with a demo account filled in. */
    public String fill(DemoOffer offer) {
        return Address.of("/sign-in", new TreeMap<>(Map.of("as", offer.login(), "next", next)));
    }

    public String register() {
        return Address.of("/register", Map.of("next", next));
    }

    /** Where the form is sent: with where one was going, which its page in the other language keeps. */
    public String action() {
        return Address.of("/sign-in", Map.of("next", next));
    }

    @Override
    public String toString() {
        return "SignInForm";
    }
}

package org.yichuang.identity.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.yichuang.identity.store.DemoStore;

/**
 * The sign-in page.
 *
 * @param password filled in for a demo account only
 * @param offers the demo accounts, none outside a demo city
 */
public record SignInForm(String name, String password, String next, List<DemoStore.Offer> offers) {

    /** This page with a demo account filled in. */
    public String fill(DemoStore.Offer offer) {
        return "/sign-in?as=" + offer.login() + (next.isEmpty() ? "" : "&next=" + encoded());
    }

    public String register() {
        return "/register" + going();
    }

    /** Where the form is sent: with where one was going, which its page in the other language keeps. */
    public String action() {
        return "/sign-in" + going();
    }

    private String going() {
        return next.isEmpty() ? "" : "?next=" + encoded();
    }

    private String encoded() {
        return URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "SignInForm";
    }
}

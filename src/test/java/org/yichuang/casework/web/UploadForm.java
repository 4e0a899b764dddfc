package org.yichuang.casework.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yichuang.casework.Office;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.Web;

/** A form with files, as a browser sends it; what is set again takes the place of what was set. */
final class UploadForm {
    static final String LAYOUT = "layout_equipment_work_flow";
    static final String RULES = "rules_food_safety_self";
    static final String PDF = "%PDF-1.4\n% drawn\n%%EOF\n";
    static final String PROGRAM = "MZ this is a program";

    private final Web browser;
    private final List<String[]> fields = new ArrayList<>();
    private final StringBuilder files = new StringBuilder();

    UploadForm(Office office, Visitor who) {
        browser = office.web(who);
        browser.get("/sign-in");
        with("_csrf", requireNonNull(browser.cookie("yc_csrf")));
    }

    UploadForm with(String name, String value) {
        fields.removeIf(field -> field[0].equals(name));
        fields.add(new String[] {name, value});
        return this;
    }

    UploadForm file(String name, String called, String content) {
        files.append(part(name, "; filename=\"" + called + "\"", content));
        return this;
    }

    Web.Answer open(String path) {
        return browser.get(path);
    }

    Web.Answer put(String path, String... fields) {
        return browser.put(path, fields);
    }

    private static String part(String name, String more, String content) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n" + content + "\r\n";
    }

    Web.Answer send(String address) {
        var body = new StringBuilder();
        fields.forEach(field -> body.append(part(field[0], "", field[1])));
        return browser.send("POST", address, "multipart/form-data; boundary=x", body.append(files) + "--x--\r\n");
    }

    /** Where the page's form leads, which acts once. */
    static String action(String path, Web.Answer page) {
        var action = Pattern.compile("action=\"(" + path + "[?]once=[^\"]+)\"").matcher(page.body());
        assertThat(action.find()).as(page.body()).isTrue();
        return action.group(1);
    }

    static String kept(String material, Web.Answer page) {
        var kept = Pattern.compile("name=\"_kept." + material + "\" value=\"([^\"]*)\" checked")
                .matcher(page.body());
        assertThat(kept.find()).as(page.body()).isTrue();
        return kept.group(1);
    }

    /** A file dialogue that offers what is taken, described by these ids. */
    static String tied(String ids) {
        return "type=\"file\"[^>]* accept=\"\\.pdf,[^\"]*\" aria-describedby=\"" + ids.replace(".", "\\.") + "\"";
    }
}

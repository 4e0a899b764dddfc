package org.yichuang.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.HtmlUtils;

/** The forms of a page: found, filled in, and made into what a browser sends. */
public final class Forms {
    public static final String FORM = "application/x-www-form-urlencoded";

    private static final Pattern INPUT = Pattern.compile("<input([^>]*)>");
    private static final Pattern AREA = Pattern.compile("<textarea([^>]*)>([^<]*)</textarea>");
    private static final Pattern SELECT = Pattern.compile("<select([^>]*)>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern SELECTED = Pattern.compile("<option value=\"([^\"]*)\" selected");

    private Forms() {}

    /** The one of the page that is sent there. */
    public static String form(String page, String action) {
        var form = Pattern.compile("<form[^>]* action=\"" + action + "[?\"][^>]*>.*?</form>", Pattern.DOTALL)
                .matcher(page);
        assertThat(form.find()).as(page).isTrue();
        return form.group();
    }

    /** Where it is sent. */
    public static String address(String form) {
        return attribute("action", form.substring(0, form.indexOf('>')));
    }

    /** What a browser would send of it. */
    public static MultiValueMap<String, String> fields(String form) {
        var fields = new LinkedMultiValueMap<String, String>();
        inputs(form).forEach(input -> {
            boolean ticked = !input.matches(".*type=\"(radio|checkbox)\".*") || input.endsWith(" checked");
            if (ticked) {
                fields.add(attribute("name", input), attribute("value", input));
            }
        });
        AREA.matcher(form)
                .results()
                .forEach(area -> fields.add(attribute("name", area.group(1)), HtmlUtils.htmlUnescape(area.group(2))));
        SELECT.matcher(form).results().forEach(select -> {
            var chosen = SELECTED.matcher(select.group(2));
            fields.add(attribute("name", select.group(1)), chosen.find() ? chosen.group(1) : "");
        });
        return fields;
    }

    /** The same with this typed into it: names and values in turn, of fields that it has. */
    public static MultiValueMap<String, String> filledIn(String form, List<String> typed) {
        MultiValueMap<String, String> fields = fields(form);
        pairs(typed).forEach((name, values) -> {
            assertThat(form).contains(" name=\"" + name + "\"");
            fields.put(name, values);
        });
        return fields;
    }

    public static MultiValueMap<String, String> pairs(List<String> typed) {
        var pairs = new LinkedMultiValueMap<String, String>();
        for (int i = 0; i < typed.size(); i += 2) {
            pairs.add(typed.get(i), typed.get(i + 1));
        }
        return pairs;
    }

    /** Fetches a page, types into its form and sends it, with everything else in it as it stands. */
    public static Web.Answer send(Web browser, String page, String action, List<String> typed) {
        String form = form(browser.page(page), action);
        return browser.send("POST", address(form), FORM, encoded(filledIn(form, typed)));
    }

    /** Sends a form that can have files. */
    public static Web.Answer sendParts(Web browser, String form, MultiValueMap<String, String> fields) {
        return browser.send("POST", address(form), "multipart/form-data; boundary=x", parts("x", fields));
    }

    /** The names of its inputs, ticked or not. */
    public static Stream<String> names(String form) {
        return inputs(form).map(input -> attribute("name", input));
    }

    private static Stream<String> inputs(String form) {
        return INPUT.matcher(form).results().map(input -> input.group(1));
    }

    private static String attribute(String name, String tag) {
        var value = Pattern.compile("(?:^| )" + name + "=\"([^\"]*)\"").matcher(tag);
        return value.find() ? HtmlUtils.htmlUnescape(value.group(1)) : "";
    }

    public static String encoded(MultiValueMap<String, String> fields) {
        return fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> encoded(field.getKey(), value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The parts of a form with files, between edges called so. */
    public static String parts(String edge, MultiValueMap<String, String> fields) {
        return fields.entrySet().stream()
                        .flatMap(field -> field.getValue().stream().map(value -> part(edge, field.getKey(), value)))
                        .collect(Collectors.joining())
                + "--" + edge + "--\r\n";
    }

    private static String part(String edge, String name, String value) {
        return "--" + edge + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }
}

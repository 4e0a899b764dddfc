package org.yichuang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.yichuang.shared.Text;

/** Says which browser a session belongs to, well enough for its owner to know it. */
public final class Browsers {
    private record Sign(String part, String name) {}

    private static final List<Sign> BROWSERS = List.of(
            new Sign("MicroMessenger", "微信 WeChat"),
            new Sign("Edg/", "Edge"),
            new Sign("Firefox/", "Firefox"),
            new Sign("Chrome/", "Chrome"),
            new Sign("Safari/", "Safari"));
    private static final List<Sign> SYSTEMS = List.of(
            new Sign("HarmonyOS", "HarmonyOS"),
            new Sign("Android", "Android"),
            new Sign("iPhone", "iPhone"),
            new Sign("iPad", "iPad"),
            new Sign("Windows", "Windows"),
            new Sign("Mac OS X", "macOS"),
            new Sign("Linux", "Linux"));

    private Browsers() {}

    static String agent(HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        return agent == null ? "" : agent;
    }

    public static Text name(String agent) {
        String browser = first(BROWSERS, agent);
        String system = first(SYSTEMS, agent);
        if (browser.isEmpty() && system.isEmpty()) {
            return Text.of("别的程序", "Another program");
        }
        return Text.same((browser + " " + system).strip());
    }

    private static String first(List<Sign> signs, String agent) {
        return signs.stream()
                .filter(sign -> agent.contains(sign.part()))
                .map(Sign::name)
                .findFirst()
                .orElse("");
    }
}

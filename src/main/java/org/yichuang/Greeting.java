package org.yichuang;

import java.io.PrintStream;
import org.springframework.context.ConfigurableApplicationContext;
import org.yichuang.identity.DemoAccounts;

/** What a newcomer reads when the server is up: where it is, and who to sign in as. */
final class Greeting {
    private Greeting() {}

    static void print(ConfigurableApplicationContext context, PrintStream out) {
        out.println();
        out.println("一窗已启动 · Yichuang is up: " + context.getEnvironment().getRequiredProperty("yichuang.address"));
        var offered = context.getBean(DemoAccounts.class).offered();
        if (!offered.isEmpty()) {
            out.println("演示城市，账号的密码都是 · a demo city; every account's password is: " + DemoAccounts.PASSWORD);
            offered.forEach(account -> out.printf(
                    "  %-18s %s · %s%n",
                    account.login(), account.caption().zh(), account.caption().en()));
        }
        out.println("停止：按 Ctrl-C · Ctrl-C stops it");
    }
}

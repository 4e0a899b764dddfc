package org.yichuang;

import java.io.PrintStream;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.yichuang.identity.DemoAccounts;
import org.yichuang.identity.DemoOffer;
import org.yichuang.shared.Demo;

/** What a newcomer reads when the server is up: where it is, and who to sign in as. */
final class Greeting {
    private Greeting() {}

    static void print(ConfigurableApplicationContext context, PrintStream out) {
        print(
                context.getEnvironment().getRequiredProperty("yichuang.address"),
                context.getBean(Demo.class).is(),
                context.getBean(DemoAccounts.class).offered(),
                out);
    }

    static void print(String address, boolean demo, List<DemoOffer> offered, PrintStream out) {
        out.println();
        out.println("一窗已启动 · Yichuang is up: " + address);
        if (!demo && address.startsWith("http://localhost")) {
            out.println(
                    "文书和二维码里印的是这个地址，别的机器打不开：请用 ./run --address URL 给出公开地址 · Letters and QR codes"
                            + " carry this address, which no other machine can open: give the public one by ./run --address URL");
        }
        if (!offered.isEmpty()) {
            out.println("演示城市，账号的密码都是 · a demo city; every account's password is: " + DemoAccounts.PASSWORD);
            offered.forEach(account -> out.printf(
                    "  %-18s %s · %s%n",
                    account.login(), account.caption().zh(), account.caption().en()));
        }
        out.println("停止：按 Ctrl-C · Ctrl-C stops it");
    }
}

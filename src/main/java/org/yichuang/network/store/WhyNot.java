package org.yichuang.network.store;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yichuang.network.Act;
import org.yichuang.network.Authorisation;
import org.yichuang.network.Away;
import org.yichuang.network.Cover;
import org.yichuang.network.Officer;
import org.yichuang.network.Post;
import org.yichuang.shared.Text;

/**
 * Says why rule AUTHORISED refuses an officer: what keeps them from acting, and who may act instead.
 *
 * @param posts the posts of the competent unit
 * @param register the register's lines of these posts for this act and item, of any day
 * @param absences the absences of their officers that last until {@code day} or later
 */
record WhyNot(
        UUID account, Act act, LocalDate day, List<Post> posts, List<Authorisation> register, List<Away> absences) {

    Text text() {
        List<Post> mine = posts.stream().filter(post -> cover(post) != null).toList();
        Post authorised = mine.stream().filter(this::authorised).findFirst().orElse(null);
        if (mine.isEmpty()) {
            return instead(Text.of("您在这个单位没有岗位。", "You hold no post in this unit."));
        }
        if (authorised == null) {
            return instead(unauthorised(mine));
        }
        return cover(authorised) == Cover.A ? whileAway(authorised) : aIsHere(authorised);
    }

    private @Nullable Cover cover(Post post) {
        return is(post.a()) ? Cover.A : is(post.b()) ? Cover.B : null;
    }

    private boolean is(@Nullable Officer officer) {
        return officer != null && account.equals(officer.account());
    }

    private boolean authorised(Post post) {
        return register.stream().anyMatch(line -> line.post().equals(post.code()) && line.on(day));
    }

    private Text unauthorised(List<Post> mine) {
        Set<String> codes = mine.stream().map(Post::code).collect(Collectors.toCollection(HashSet::new));
        return register.stream()
                .filter(line -> codes.contains(line.post()))
                .max(Comparator.comparing(Authorisation::from))
                .map(this::outOfForce)
                .orElseGet(() -> {
                    Text names = mine.stream().map(Post::name).collect(Text.joining("、", ", "));
                    return Text.of(
                            "您的岗位（" + names.zh() + "）没有这个事项“" + act.text().zh() + "”的授权。",
                            "Your post (" + names.en() + ") is not authorised for this item: "
                                    + act.text().en() + ".");
                });
    }

    private Text outOfForce(Authorisation line) {
        return line.from().isAfter(day)
                ? Text.of(
                        "您的授权 " + line.number() + " 从 " + line.from() + " 起才有效。",
                        "Your authorisation " + line.number() + " is in force only from " + line.from() + ".")
                : Text.of(
                        "您的授权 " + line.number() + " 到 " + line.to() + " 为止，已经过期。",
                        "Your authorisation " + line.number() + " ended on " + line.to() + ".");
    }

    private Text aIsHere(Post post) {
        String a = name(post.a());
        return Text.of(
                "“" + post.name().zh() + "”今天由 A 岗" + a + "办理；您是 B 岗，A 岗外出时才能代办。",
                post.name().en() + " is held by " + a + " (A) today; you are B and may act only while A is away.");
    }

    private Text whileAway(Post post) {
        String until = absences.stream()
                .filter(away ->
                        post.a() != null && away.officer().equals(post.a().code()))
                .findFirst()
                .map(away -> away.to().toString())
                .orElse("");
        return Text.of(
                "您登记为外出，到 " + until + "；这几天“" + post.name().zh() + "”由 B 岗" + name(post.b()) + "代办。",
                "You are recorded as away until " + until + "; " + post.name().en() + " is held by " + name(post.b())
                        + " (B) meanwhile.");
    }

    /** Adds who may: at most three posts with who holds each on that day. */
    private Text instead(Text why) {
        List<Post> able = posts.stream()
                .filter(this::authorised)
                .filter(post -> post.a() != null)
                .limit(3)
                .toList();
        if (able.isEmpty()) {
            return Text.of(why.zh() + "还没有岗位得到这项授权。", why.en() + " No post is authorised for it yet.");
        }
        Text who = able.stream()
                .map(post -> Text.of(
                        post.name().zh() + "（" + holder(post) + "）", post.name().en() + " (" + holder(post) + ")"))
                .collect(Text.joining("、", ", "));
        return Text.of(why.zh() + "有权办理的是：" + who.zh() + "。", why.en() + " Authorised: " + who.en() + ".");
    }

    private String holder(Post post) {
        Officer a = post.a();
        boolean away = a != null
                && absences.stream()
                        .anyMatch(one ->
                                one.officer().equals(a.code()) && !one.from().isAfter(day));
        return name(away ? post.b() : a);
    }

    private static String name(@Nullable Officer officer) {
        return officer == null ? "—" : officer.name();
    }
}

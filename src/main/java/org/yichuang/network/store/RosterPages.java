package org.yichuang.network.store;

import static org.yichuang.jooq.network.Tables.AUTHORISATION;
import static org.yichuang.jooq.network.Tables.OFFICER;
import static org.yichuang.jooq.network.Tables.POST;

import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.network.Authorisation;
import org.yichuang.network.Officer;
import org.yichuang.network.Post;
import org.yichuang.shared.Page;

/** Posts, officers and the authorisation register, page by page in the order of their keys. */
@Component
public class RosterPages {
    public static final String POSTS = "posts";
    public static final String OFFICERS = "officers";
    public static final String AUTHORISATIONS = "authorisations";

    private final DSLContext dsl;
    private final Roster roster;

    RosterPages(DSLContext dsl, Roster roster) {
        this.dsl = dsl;
        this.roster = roster;
    }

    /**
     * What is asked for; what is null is not asked.
     *
     * @param on lines in force on this day
     */
    public record Register(
            @Nullable String post,
            @Nullable String unit,
            @Nullable String item,
            @Nullable String act,
            @Nullable LocalDate on) {}

    public Page<Post> posts(@Nullable String unit, @Nullable String after, int size) {
        Condition wanted = is(POST.UNIT, unit).and(after(POST.CODE, after));
        return Page.of(roster.posts(wanted, size + 1), size, POSTS, Post::code);
    }

    public Page<Officer> officers(@Nullable String unit, @Nullable String after, int size) {
        List<Officer> rows = dsl.selectFrom(OFFICER)
                .where(is(OFFICER.UNIT, unit).and(after(OFFICER.CODE, after)))
                .orderBy(OFFICER.CODE)
                .limit(size + 1)
                .fetch(Roster::officer);
        return Page.of(rows, size, OFFICERS, Officer::code);
    }

    public Page<Authorisation> authorisations(Register asked, @Nullable String after, int size) {
        List<Authorisation> rows = dsl.selectFrom(AUTHORISATION)
                .where(is(AUTHORISATION.POST, asked.post)
                        .and(of(asked.unit))
                        .and(is(AUTHORISATION.ITEM, asked.item))
                        .and(is(AUTHORISATION.ACT, asked.act))
                        .and(inForce(asked.on))
                        .and(after(AUTHORISATION.NUMBER, after)))
                .orderBy(AUTHORISATION.NUMBER)
                .limit(size + 1)
                .fetch(Roster::authorisation);
        return Page.of(rows, size, AUTHORISATIONS, Authorisation::number);
    }

    private Condition of(@Nullable String unit) {
        return unit == null
                ? DSL.noCondition()
                : AUTHORISATION.POST.in(dsl.select(POST.CODE).from(POST).where(POST.UNIT.eq(unit)));
    }

    private static Condition inForce(@Nullable LocalDate day) {
        return day == null
                ? DSL.noCondition()
                : AUTHORISATION
                        .FROM_DAY
                        .le(day)
                        .and(AUTHORISATION.TO_DAY.isNull().or(AUTHORISATION.TO_DAY.ge(day)));
    }

    private static Condition is(TableField<?, String> column, @Nullable String value) {
        return value == null ? DSL.noCondition() : column.eq(value);
    }

    private static Condition after(TableField<?, String> key, @Nullable String after) {
        return after == null ? DSL.noCondition() : key.gt(after);
    }
}

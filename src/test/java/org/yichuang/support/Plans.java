package org.yichuang.support;

import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;

/** How the database would go about a query. */
public final class Plans {
    private Plans() {}

    /** Where every table is taken for a large one. */
    public static String of(DSLContext dsl, Query query) {
        return dsl.transactionResult(configuration -> {
            DSLContext inside = DSL.using(configuration);
            inside.execute("set local enable_seqscan = off");
            return String.join(
                    "\n",
                    inside.fetch("explain " + query.getSQL(ParamType.INLINED)).getValues(0, String.class));
        });
    }
}

package org.yichuang.support;

import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;

/** How the database would go about a query. */
public final class Plans {
    private Plans() {}

    /**
     * Where every table is taken for a large one.
     *
     * @param without other ways not to be taken, like {@code enable_bitmapscan}: those that only a small table makes cheap
     */
    public static String of(DSLContext dsl, Query query, String... without) {
        return dsl.transactionResult(configuration -> {
            DSLContext inside = DSL.using(configuration);
            inside.execute("set local enable_seqscan = off");
            for (String way : without) {
                inside.execute("set local " + way + " = off");
            }
            return String.join(
                    "\n",
                    inside.fetch("explain " + query.getSQL(ParamType.INLINED)).getValues(0, String.class));
        });
    }
}

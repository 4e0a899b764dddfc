package org.yichuang.catalogue.store;

import static org.yichuang.jooq.catalogue.Tables.TOPIC;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.yichuang.catalogue.Audience;
import org.yichuang.catalogue.Topic;
import org.yichuang.shared.Text;

/** Themes and life events: names that items point to by key. */
@Repository
public class TopicStore {
    private final DSLContext dsl;

    TopicStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Topics in their order, without counts. */
    public List<Topic> topics() {
        return dsl.selectFrom(TOPIC)
                .orderBy(TOPIC.POSITION)
                .fetch(row -> new Topic(
                        Topic.Kind.valueOf(row.getKind()),
                        row.getKey(),
                        Text.of(row.getNameZh(), row.getNameEn()),
                        Audience.valueOf(row.getAudience()),
                        0));
    }

    /** One replacement at a time, and no publication meanwhile, until the transaction ends. */
    public void lock() {
        dsl.execute("lock table catalogue.topic in share row exclusive mode");
    }

    /** What an item is published under stays until the transaction ends. */
    public void hold() {
        dsl.execute("lock table catalogue.topic in row exclusive mode");
    }

    public void replace(List<Topic> topics) {
        dsl.deleteFrom(TOPIC).execute();
        for (int i = 0; i < topics.size(); i++) {
            put(topics.get(i), i);
        }
    }

    public void put(Topic topic, int position) {
        dsl.insertInto(TOPIC)
                .set(TOPIC.KIND, topic.kind().name())
                .set(TOPIC.KEY, topic.key())
                .set(TOPIC.NAME_ZH, topic.name().zh())
                .set(TOPIC.NAME_EN, topic.name().en())
                .set(TOPIC.AUDIENCE, topic.audience().name())
                .set(TOPIC.POSITION, position)
                .onDuplicateKeyIgnore()
                .execute();
    }
}

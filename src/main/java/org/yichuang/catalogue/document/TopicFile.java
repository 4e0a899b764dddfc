package org.yichuang.catalogue.document;

import java.util.List;
import java.util.stream.Stream;
import org.yichuang.catalogue.Audience;
import org.yichuang.catalogue.Topic;
import org.yichuang.shared.Text;

/** The file of the themes and life events that every city begins with. */
record TopicFile(List<Named> themes, List<Named> lifeEvents) {
    record Named(String key, Text name, Audience audience) {
        private Topic as(Topic.Kind kind) {
            return new Topic(kind, key, name, audience, 0);
        }
    }

    List<Topic> all() {
        return Stream.concat(
                        themes.stream().map(one -> one.as(Topic.Kind.THEME)),
                        lifeEvents.stream().map(one -> one.as(Topic.Kind.LIFE_EVENT)))
                .toList();
    }
}

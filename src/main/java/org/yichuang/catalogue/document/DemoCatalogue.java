package org.yichuang.catalogue.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yichuang.catalogue.Audience;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Topic;
import org.yichuang.shared.Text;

/** The demo city's items and every city's topics, as they stand on the class path. */
@Component
public class DemoCatalogue {
    private final ItemText text;

    /** The file of the themes and life events that every city begins with. */
    record TopicFile(List<Named> themes, List<Named> lifeEvents) {
        record Named(String key, Text name, Audience audience) {
            Topic as(Topic.Kind kind) {
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

    DemoCatalogue(ItemText text) {
        this.text = text;
    }

    public List<ItemVersion> items() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:demo/items/*.yaml"))
                    .map(file -> text.read(ItemText.content(file), String.valueOf(file.getFilename())))
                    .map(SampleForms::filledIn)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of every city. */
    public List<Topic> topics() {
        String file = ItemText.content(new ClassPathResource("topics.yaml"));
        return text.read(file, TopicFile.class, "topics.yaml").all();
    }
}

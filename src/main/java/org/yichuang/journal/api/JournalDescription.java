package org.yichuang.journal.api;

import io.swagger.v3.oas.models.tags.Tag;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yichuang.journal.RecordWords;

/** The kinds of the record, in the API's description, as each module calls those that it writes. */
@Configuration(proxyBeanMethods = false)
class JournalDescription {
    private static final String HEAD = "The kinds of the record. `kind` takes one, or what stands before its point.\n\n"
            + "| kind | what happened |\n|---|---|\n";

    @Bean
    OpenApiCustomizer kinds(ObjectProvider<RecordWords> modules) {
        return api -> api.addTagsItem(new Tag()
                .name("journal")
                .description(HEAD
                        + modules.orderedStream()
                                .flatMap(module -> module.kinds().entrySet().stream())
                                .filter(kind -> kind.getKey().contains("."))
                                .map(kind -> "| " + kind.getKey() + " | "
                                        + kind.getValue().en() + " |")
                                .collect(Collectors.joining("\n"))));
    }
}

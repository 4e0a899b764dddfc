package org.yichuang.catalogue.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yichuang.catalogue.Topics;
import org.yichuang.journal.Actor;
import org.yichuang.shared.PlainFile;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Upload;
import org.yichuang.shared.web.Visitor;

/** The administrator's themes and life events; anybody reads them at {@link ItemApi}. */
@RestController
@RequestMapping("/api/v1/topics")
@Access(Role.ADMINISTRATOR)
@Tag(name = VersionsApi.TAG)
class TopicsApi {
    private final Topics topics;

    TopicsApi(Topics topics) {
        this.topics = topics;
    }

    @PutMapping(consumes = {"text/csv", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    @Operation(
            summary = "Replace the themes and life events by those of a file: all of it, or nothing",
            description = "Columns: `kind` (THEME or LIFE_EVENT), `key`, `name_zh`, `name_en`, `audience` (RESIDENT or"
                    + " COMPANY); the order of the rows is that of the pages. One with published items may not be left"
                    + " out. A bad row is named with its line.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
    Topics.TopicChanges replace(Visitor visitor, HttpServletRequest request) throws IOException {
        return topics.replace(PlainFile.csv(Upload.of(request.getInputStream())), Actor.of(visitor.id()));
    }
}

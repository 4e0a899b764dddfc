package org.yichuang.documents.letter;

import org.yichuang.documents.LetterContent;
import tools.jackson.databind.json.JsonMapper;

/** How a letter's text is stored. Its own mapper: the web's settings must not change what was hashed. */
final class LetterJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private LetterJson() {}

    static String write(LetterContent letter) {
        return MAPPER.writeValueAsString(letter);
    }

    static LetterContent read(String json) {
        return MAPPER.readValue(json, LetterContent.class);
    }
}

package org.yichuang.shared.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A schema requires what {@link BodyCheck} asks a body for; in an answer that is always there. */
class RequiredFields implements ModelConverter {
    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        Class<?> described = Json.mapper().constructType(type.getType()).getRawClass();
        Schema<?> whole = schema == null ? null : whole(schema, context);
        if (described.isRecord() && whole != null && whole.getProperties() != null) {
            whole.setRequired(Arrays.stream(described.getRecordComponents())
                    .filter(component -> !BodyCheck.free(component))
                    .map(RecordComponent::getName)
                    .toList());
        }
        return schema;
    }

    private static @Nullable Schema<?> whole(Schema<?> schema, ModelConverterContext context) {
        String ref = schema.get$ref();
        return ref == null
                ? schema
                : context.getDefinedModels().get(ref.substring(Components.COMPONENTS_SCHEMAS_REF.length()));
    }
}

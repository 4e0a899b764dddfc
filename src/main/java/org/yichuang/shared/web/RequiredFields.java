package org.yichuang.shared.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A schema requires what {@link BodyCheck} asks a body for; in an answer that is always there. What a body may leave out may
 * be null in it, and in an answer is. An enumeration has a schema of its own, by a name that no other type has.
 */
class RequiredFields implements ModelConverter {
    private static final String NULL = "null";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Class<?> described = Json.mapper().constructType(type.getType()).getRawClass();
        if (described.isEnum() && described.getEnclosingClass() != null) {
            type.setName(described.getEnclosingClass().getSimpleName() + described.getSimpleName());
        }
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        Schema<?> whole = schema == null ? null : whole(schema, context);
        if (described.isRecord() && whole != null && whole.getProperties() != null) {
            whole.setRequired(Arrays.stream(described.getRecordComponents())
                    .filter(component -> !BodyCheck.free(component))
                    .map(RecordComponent::getName)
                    .toList());
            Arrays.stream(described.getRecordComponents())
                    .filter(BodyCheck::free)
                    .map(RecordComponent::getName)
                    .forEach(name -> whole.getProperties().computeIfPresent(name, (any, of) -> orNull(of)));
        }
        return schema;
    }

    /** The same value, or null; said in one word where it is one of a type, and beside another schema or a list of words. */
    private static Schema<?> orNull(Schema<?> of) {
        if (of.getTypes() != null && of.getEnum() == null) {
            of.addType(NULL);
            return of;
        }
        if (of.getAnyOf() != null) {
            return of;
        }
        Schema<?> either = new JsonSchema().anyOf(List.of(of, new JsonSchema().types(Set.of(NULL))));
        either.setDescription(of.getDescription());
        of.setDescription(null);
        return either;
    }

    private static @Nullable Schema<?> whole(Schema<?> schema, ModelConverterContext context) {
        String ref = schema.get$ref();
        return ref == null
                ? schema
                : context.getDefinedModels().get(ref.substring(Components.COMPONENTS_SCHEMAS_REF.length()));
    }
}

package org.yichuang.casework;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Visitor;

/**
 * Applications being written. Only their owner sees them; to others they do not exist (404), but to the window that the
 * owner comes to and gives their number at. Saving takes half an answer; it refuses only what no answer could be, and
 * what the form does not have. One that is not saved for {@link Draft#KEPT_DAYS} days is deleted.
 */
public interface Drafts {
    /**
     * A new draft of the item's published version; begun, where an earlier case is given, with what that said and handed
     * in, as far as it fits.
     *
     * @param from a case of the visitor's own, of the same item; null: an empty draft
     */
    Draft start(Visitor who, String item, @Nullable String division, @Nullable UUID from);

    /** As its item is in force now. */
    Draft get(Visitor who, UUID id);

    /** As it was saved, with what a later version of its item has no place for. */
    Draft saved(Visitor who, UUID id);

    /** The visitor's, the last saved first. */
    List<Draft> mine(Visitor who);

    /** Writes these answers and leaves the others; an empty one is taken away. One about the delivery chooses its way. */
    Draft save(Visitor who, UUID id, Map<String, Object> answers);

    /** Where it is for: the district. What the form was told of a place outside it is taken away. */
    Draft at(Visitor who, UUID id, String division);

    /** Hands in an uploaded file of the visitor's own for a material of the item. */
    Draft attach(Visitor who, UUID id, SubmittedMaterial material);

    Draft detach(Visitor who, UUID id, UUID file);

    Draft choose(Visitor who, UUID id, DeliveryWay way);

    void delete(Visitor who, UUID id);

    /** Everything that keeps it from being submitted: fields by their key, materials as {@code materials.CODE}. */
    List<Problem.FieldError> check(Visitor who, UUID id);

    /** What was read of it: it changes whenever something of the draft does, the item's version, or the unit it goes to. */
    String reading(Draft draft);

    /** Makes a case of it. Asked again, it answers with the same receipt. */
    default Receipt submit(Visitor who, UUID id) {
        return submit(who, id, null);
    }

    /**
     * @param reading the draft's when it was looked at ({@link #reading}); null: as it is
     * @throws Problem 409 {@code draft-changed}: it has changed since
     */
    Receipt submit(Visitor who, UUID id, @Nullable String reading);
}

package org.yichuang.documents;

import java.util.UUID;
import org.yichuang.shared.web.Visitor;

/** Who may open a case's letters. The casework module knows, and gives the one bean of this type. */
public interface LetterAccess {
    boolean mayRead(Visitor visitor, UUID caseId);
}

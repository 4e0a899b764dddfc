package org.yichuang.casework.domain;

import java.util.List;
import org.yichuang.documents.LetterContent.Row;
import org.yichuang.documents.LetterKind;

/**
 * A letter to be written: what is particular to it. Case, item, addressee, issuer and standard wording are added.
 *
 * @param nth of its kind in the case
 * @param facts label and value, in Chinese as the letter is
 * @param points defects, reasons
 */
public record Letter(LetterKind kind, int nth, List<Row> facts, List<String> points) {}

package org.yichuang.documents.letter;

import org.yichuang.documents.LetterContent;

/**
 * What a letter's template shows.
 *
 * @param address the verification page, as typed
 * @param demo made by a demo database: says so
 */
public record Paper(LetterContent letter, String address, boolean demo) {
    public CertificateRows rows() {
        return CertificateRows.of(letter.addressee().name(), letter.facts());
    }
}

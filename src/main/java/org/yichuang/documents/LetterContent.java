package org.yichuang.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Days;

/**
 * All that a letter says. It is stored as JSON when the letter is issued, and never changes.
 *
 * @param code of the verification page, as printed: {@code 7K3M-…}
 * @param facts rows of label and value; an empty value is a blank to be filled in by hand
 * @param paragraphs the body, before the points
 * @param points numbered, such as the defects to correct or the reasons of a refusal
 * @param after the body's end, after the points
 * @param remedies how the addressee can contest it, null where nothing is denied
 */
public record LetterContent(
        LetterKind kind,
        String title,
        String number,
        String code,
        UUID caseId,
        String caseNumber,
        String item,
        Issuer issuer,
        Addressee addressee,
        LocalDate date,
        List<Row> facts,
        List<String> paragraphs,
        List<String> points,
        @Nullable Schedule schedule,
        List<String> after,
        List<Citation> citations,
        @Nullable String remedies,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil) {

    public record Row(String label, String value) {}

    /** The addressee with a full-width colon, as a letter begins. */
    public String salutation() {
        return addressee.name() + "：";
    }

    /** The articles it stands on, in one sentence. */
    public String basis() {
        return "依据：" + citations.stream().map(Citation::toString).collect(Collectors.joining("；")) + "。";
    }

    /** Who holds a certificate and for how long, as it says above its facts; of other letters nothing. */
    public List<Row> holding() {
        return kind == LetterKind.CERTIFICATE
                ? List.of(new Row("持证人", addressee.name()), new Row("有效期", validity()))
                : List.of();
    }

    private String validity() {
        String begin = validFrom == null ? "" : "自" + day(validFrom);
        return validUntil == null ? (validFrom == null ? "长期" : begin + "起长期有效") : begin + "至" + day(validUntil);
    }

    /** 2026年10月9日. */
    public String signedOn() {
        return day(date);
    }

    /** A day as official papers write it. */
    public static String day(LocalDate day) {
        return Days.written(day).zh();
    }

    /** A table, such as the list of materials received. */
    public record Schedule(List<String> head, List<List<String>> rows) {}
}

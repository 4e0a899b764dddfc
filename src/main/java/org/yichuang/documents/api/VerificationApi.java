package org.yichuang.documents.api;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yichuang.documents.Letters;
import org.yichuang.documents.Verification;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;

/** Verification of letters and certificates, for programs. */
@RestController
@RequestMapping("/api/v1/verifications")
@Access(Role.ANYONE)
class VerificationApi {
    private final Letters letters;

    VerificationApi(Letters letters) {
        this.letters = letters;
    }

    /** What the letter with this code is. To check a PDF, compare its SHA-256 with {@code pdfSha256}. */
    @Operation(summary = "Whether a letter or certificate is genuine and in force, by its verification code")
    @GetMapping("/{code}")
    Verification verify(@PathVariable String code) {
        return letters.verify(code)
                .orElseThrow(() -> Problem.notFound("没有使用这个验证码的文书", "No document has this verification code"));
    }
}

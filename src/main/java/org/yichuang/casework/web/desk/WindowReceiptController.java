package org.yichuang.casework.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.yichuang.casework.service.ClaimCodes;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/**
 * What somebody at a window takes home: number, query code, the receipt, and, where their account has no password yet, a
 * code to claim it with. The code is shown once: it travels in a cookie of this page alone, and is gone when it is read.
 */
@Controller
@Access(Role.OFFICER)
class WindowReceiptController {
    private static final String COOKIE = "yc_claim";
    private static final Duration SHORT = Duration.ofMinutes(2);

    private final CaseFrames frames;
    private final ClaimCodes claims;

    WindowReceiptController(CaseFrames frames, ClaimCodes claims) {
        this.frames = frames;
        this.claims = claims;
    }

    static String path(UUID caseId) {
        return "/desk/cases/" + caseId + "/receipt";
    }

    @GetMapping("/desk/cases/{id}/receipt")
    String receipt(
            Visitor visitor,
            @PathVariable UUID id,
            @CookieValue(name = COOKIE, required = false) @Nullable String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        CaseFrame frame = frames.of(visitor, id, FromList.NONE);
        boolean shown = code != null && !code.isBlank();
        if (shown) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, id, "", Duration.ZERO));
        }
        model.addAttribute("frame", frame);
        model.addAttribute("code", shown ? code : "");
        model.addAttribute("lacking", frames.lacking(frame.view()));
        model.addAttribute("claimable", claims.may(visitor, id));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return "casework/desk/windowReceipt";
    }

    /** Another code; the one before it is dead. */
    @PostMapping("/desk/cases/{id}/receipt/claim")
    String again(Visitor visitor, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
        give(visitor, id, request, response);
        return "redirect:" + path(id);
    }

    /** Gives the applicant of a case just received a code, where they are here and have no password yet. */
    void claim(Visitor visitor, UUID caseId, HttpServletRequest request, HttpServletResponse response) {
        if (claims.may(visitor, caseId)) {
            give(visitor, caseId, request, response);
        }
    }

    private void give(Visitor visitor, UUID caseId, HttpServletRequest request, HttpServletResponse response) {
        String code = claims.give(visitor, caseId).code();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, caseId, code, SHORT));
    }

    private static String cookie(HttpServletRequest request, UUID caseId, String value, Duration age) {
        return ResponseCookie.from(COOKIE, value)
                .path(path(caseId))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .maxAge(age)
                .build()
                .toString();
    }
}

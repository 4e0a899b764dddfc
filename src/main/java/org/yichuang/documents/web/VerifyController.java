package org.yichuang.documents.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.yichuang.documents.Documents;
import org.yichuang.documents.FileUpload;
import org.yichuang.documents.Letters;
import org.yichuang.documents.Verification;
import org.yichuang.documents.VerificationCode;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;

/** The public verification pages: by code, and by the PDF itself. */
@Controller
@RequestMapping("/verify")
@Access(Role.ANYONE)
class VerifyController {
    private static final String PAGE = "documents/verify";
    private static final String FOUND = "documents/verified";

    private final Letters letters;

    VerifyController(Letters letters) {
        this.letters = letters;
    }

    @GetMapping
    String form(@RequestParam(required = false) String code, Model model, HttpServletResponse response) {
        if (code == null) {
            return PAGE;
        }
        String read = VerificationCode.read(code);
        if (read != null) {
            return "redirect:/verify/" + read;
        }
        response.setStatus(422);
        return asked(code, mistyped(code), model);
    }

    @GetMapping("/{code}")
    String verify(@PathVariable String code, Model model, HttpServletResponse response) {
        return letters.verify(code).map(letter -> found(letter, model)).orElseGet(() -> missing(code, model, response));
    }

    /** Compares somebody's PDF with the letter; nothing of it is kept. */
    @PostMapping("/{code}")
    String compare(
            @PathVariable String code,
            @RequestParam("file") MultipartFile file,
            Model model,
            HttpServletResponse response) {
        Optional<Verification> letter = letters.verify(code);
        if (letter.isEmpty()) {
            return missing(code, model, response);
        }
        if (file.isEmpty()) {
            response.setStatus(422);
            model.addAttribute("problem", Problem.invalid("file", "请选择要核对的 PDF", "Please choose the PDF to compare"));
        } else if (file.getSize() > Documents.MAX_BYTES) {
            response.setStatus(413);
            model.addAttribute("problem", Problem.fileTooLarge());
        } else {
            model.addAttribute("same", FileUpload.read(file, pdf -> letters.matches(code, pdf)));
        }
        return found(letter.get(), model);
    }

    private static String found(Verification letter, Model model) {
        model.addAttribute("letter", letter);
        return FOUND;
    }

    private static String missing(String code, Model model, HttpServletResponse response) {
        response.setStatus(404);
        Problem problem = VerificationCode.read(code) == null
                ? mistyped(code)
                : Problem.invalid(
                        "code",
                        "没有使用这个验证码的文书。您手里的文书可能是假的，请拨打 12345 核实",
                        "No document has this code. What you hold may be a forgery: please ask on 12345");
        return asked(code, problem, model);
    }

    private static String asked(String code, Problem problem, Model model) {
        model.addAttribute("code", code);
        model.addAttribute("problem", problem);
        return PAGE;
    }

    private static Problem mistyped(String code) {
        return code.isBlank()
                ? Problem.invalid("code", "请输入验证码", "Please enter the code")
                : Problem.invalid(
                        "code",
                        "这个验证码不对，请照文书上的 16 位再输一遍",
                        "This is no verification code: please type the 16 characters again as they stand on the document");
    }
}

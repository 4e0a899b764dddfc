package org.yichuang.shared.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/** Refuses what would be dropped without a word where an endpoint takes one file: a second one, other parts, its name. */
class OneFile implements HandlerInterceptor {
    private static final String FILE = "file";
    /** What a decoder puts where bytes are no character. */
    private static final String UNREADABLE = "\uFFFD";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // what is asked last reads the form
        if (handler instanceof HandlerMethod method
                && takesOne(method)
                && request instanceof MultipartHttpServletRequest parts) {
            if (parts.getFiles(FILE).size() > 1) {
                throw Problem.invalid(FILE, "一次只收一个文件，什么都没有收", "One file at a time, please; nothing was taken");
            }
            if (request.getRequestURI().startsWith("/api/")) {
                checkParts(parts, QueryCheck.asked(method).keySet());
            }
        }
        return true;
    }

    /** A page's form has its own further fields; a program is told. That the file is missing is said by who asks for it. */
    private static void checkParts(MultipartHttpServletRequest request, Set<String> asked) {
        MultipartFile file = request.getFile(FILE);
        if (file == null) {
            return;
        }
        Problem.ifAny(parts(request)
                .map(Part::getName)
                .filter(name -> !asked.contains(name))
                .map(name -> new Problem.FieldError(name, Text.of("这里不收这一部分", "This part is not taken here")))
                .toList());
        if (Objects.requireNonNullElse(file.getOriginalFilename(), "").contains(UNREADABLE)) {
            throw Problem.invalid(FILE, "文件名不是 UTF-8 编码", "The file's name is not in UTF-8");
        }
    }

    private static Stream<Part> parts(HttpServletRequest request) {
        try {
            return request.getParts().stream();
        } catch (IOException | ServletException e) {
            throw new IllegalStateException("The parts were read before", e);
        }
    }

    private static boolean takesOne(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == MultipartFile.class);
    }
}

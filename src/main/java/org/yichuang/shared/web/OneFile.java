package org.yichuang.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.yichuang.shared.Problem;

/** Refuses a second file where an endpoint takes one: it would be dropped without a word. */
class OneFile implements HandlerInterceptor {
    private static final String FILE = "file";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request instanceof MultipartHttpServletRequest parts
                && parts.getFiles(FILE).size() > 1
                && handler instanceof HandlerMethod method
                && takesOne(method)) {
            throw Problem.invalid(FILE, "一次只收一个文件，什么都没有收", "One file at a time, please; nothing was taken");
        }
        return true;
    }

    private static boolean takesOne(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == MultipartFile.class);
    }
}

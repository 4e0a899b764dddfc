package org.yichuang.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts {@code ui} into the model of every page. */
@ControllerAdvice(annotations = Controller.class)
class UiModel {
    private final UiAdvice advice;

    UiModel(UiAdvice advice) {
        this.advice = advice;
    }

    @ModelAttribute
    void ui(Model model, HttpServletRequest request, HttpServletResponse response) {
        if (!request.getRequestURI().startsWith("/api/")) {
            model.addAttribute("ui", advice.of(request, response));
        }
    }
}

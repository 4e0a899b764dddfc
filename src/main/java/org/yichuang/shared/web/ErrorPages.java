package org.yichuang.shared.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.yichuang.shared.Problem;

/** What was refused before any controller saw it (no CSRF token, a body too large) is answered as every other problem. */
@Controller
@Access(Role.ANYONE)
class ErrorPages implements ErrorController {
    private final ProblemAnswer problems;

    ErrorPages(ProblemAnswer problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        HttpServletRequest sent = asSent(request);
        Problem problem = request.getAttribute(ProblemAnswer.SAID) instanceof Problem said ? said : refused(sent);
        return problems.of(problem, sent, response);
    }

    private static Problem refused(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof InvalidParameterException unread) {
            return StatusProblems.of(unread, request);
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return StatusProblems.refused(status instanceof Integer sent ? sent : 404, request);
    }

    private static HttpServletRequest asSent(HttpServletRequest request) {
        Object address = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return new HttpServletRequestWrapper(request) {
            @Override
            public String getRequestURI() {
                return address instanceof String sent ? sent : super.getRequestURI();
            }
        };
    }
}

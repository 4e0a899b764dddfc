package org.yichuang.shared.web;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import tools.jackson.databind.json.JsonMapper;

/** What the web server refuses before any filter or controller (an address that is no UTF-8) is answered like the rest. */
public class BareErrors extends ErrorReportValve {
    private static final Logger log = LoggerFactory.getLogger(BareErrors.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PAGE = """
        <!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>%1$s · 一窗</title><link rel="stylesheet" href="/assets/yc.css"><main class="wrap sect">
        <h1>%1$s <span lang="en">%2$s</span></h1><p>%3$s</p><p lang="en">%4$s</p><p><a href="/">回首页 <span lang="en">Home</span></a></p></main></html>
        """;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            write(request, response);
        } catch (IOException e) {
            log.debug("Nobody reads the answer any more", e);
        }
    }

    private static void write(Request request, Response response) throws IOException {
        String address = String.valueOf(request.getRequestURI());
        boolean api = address.startsWith("/api/");
        Problem problem = StatusProblems.refused(response.getStatus(), request);
        Text title = StatusProblems.words(problem.status());
        response.setContentType(api ? "application/problem+json" : "text/html");
        response.setCharacterEncoding("utf-8");
        Writer out = response.getReporter();
        if (out != null) {
            out.write(
                    api
                            ? JSON.writeValueAsString(ProblemAnswer.body(problem, address))
                            : PAGE.formatted(
                                    title.zh(),
                                    title.en(),
                                    problem.detail().zh(),
                                    problem.detail().en()));
            response.finishResponse();
        }
    }
}

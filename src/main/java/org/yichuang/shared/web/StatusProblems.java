package org.yichuang.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Locale;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.springframework.http.HttpStatus;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/** The problems that are the same wherever they arise, and the words of each status. */
final class StatusProblems {
    static final Problem UNREADABLE = new Problem(
            400,
            "unreadable",
            Text.of("请求里有不能用的字符或日期", "The request has characters or dates in it that cannot be used"),
            List.of());

    private static final Problem NO_ADDRESS = new Problem(
            400,
            "bad-request",
            Text.of(
                    "地址或者请求头里有不收的写法，比如地址里的“//”、“;”、“\\”、没有编码（%E9%A3%9F）的汉字和括号、编了码的“/”或“.”、不完整的“%”",
                    "The address or a header has something that is not taken, as in an address “//”, “;”, “\\”, letters"
                            + " or brackets that are not percent-encoded (%E9%A3%9F), an encoded “/” or “.”, or half a “%”"),
            List.of());

    static final Problem NO_PARTS = new Problem(
            400,
            "not-multipart",
            Text.of("这里要收文件：请用 multipart/form-data", "Files are expected here: send multipart/form-data"),
            List.of());

    static final Problem BROKEN_PARTS = new Problem(
            400,
            "unreadable",
            Text.of(
                    "multipart 的正文读不懂：Content-Type 里没有 boundary，或者没有传完",
                    "The multipart body cannot be read: its Content-Type has no boundary, or it was cut off"),
            List.of());

    static final Problem AWAY = new Problem(
            503,
            "unavailable",
            Text.of(
                    "数据库暂时连不上，请过一会儿再试；得到过答复的都在",
                    "The database cannot be reached just now. Try again in a while; whatever was answered is kept"),
            List.of());

    /** Another request changes the same, and does not come to its end. */
    static final Problem BUSY = new Problem(
            503,
            "waited-too-long",
            Text.of(
                    "要改的内容别处正在改，等得太久了；什么都没有改动，请过一会儿再试",
                    "The same is being changed elsewhere, and that took too long. Nothing was changed: try again in a while"),
            List.of());

    /** The directory for temporary files, through which uploads go, is full or gone. */
    static final Problem NO_ROOM = new Problem(
            503,
            "no-room",
            Text.of(
                    "服务器的磁盘满了，暂时收不了文件，请过一会儿再试",
                    "The server's disk is full, and it takes no files just now. Try again in a while"),
            List.of());

    /** A form without the token against forgery that its visitor has now: a sign-in changes it. */
    static final Problem FORM_EXPIRED = new Problem(
            403,
            "form-expired",
            Text.of(
                    "打开这一页以后您退出或重新登录过，或者浏览器不收 cookie，这张表不能交：请重新打开再填",
                    "You have signed out or in since you opened this page, or your browser takes no cookies, and its form"
                            + " cannot be sent: open it again"),
            List.of());

    private StatusProblems() {}

    /** The problem of an answer that has a status only. */
    static Problem of(int status, HttpServletRequest request) {
        return switch (status) {
            case 413 -> tooLarge(BodyLimit.takesFile(request));
            case 503 -> AWAY;
            default -> new Problem(status, slug(status), words(status), List.of());
        };
    }

    /** The same of what is refused before anybody looks for what is there. */
    static Problem refused(int status, HttpServletRequest request) {
        return status == HttpStatus.BAD_REQUEST.value() ? NO_ADDRESS : of(status, request);
    }

    /** The problem of a form that the web server did not read to its end. */
    static Problem of(InvalidParameterException unread, HttpServletRequest request) {
        if (unread.getCause() instanceof FileCountLimitExceededException many) {
            return tooMany(many);
        }
        if (noRoom(unread)) {
            return NO_ROOM;
        }
        int status = unread.getErrorCode();
        return status == HttpStatus.BAD_REQUEST.value() ? UNREADABLE : of(status, request);
    }

    /** Whether it was our own disk that failed, and not the way from the client. */
    static boolean noRoom(Throwable unread) {
        Throwable root = unread;
        while (root.getCause() != null && !(root instanceof ClientAbortException)) {
            root = root.getCause();
        }
        return root.getClass() == IOException.class
                || root instanceof FileNotFoundException
                || root instanceof FileSystemException;
    }

    static Problem tooMany(FileCountLimitExceededException many) {
        long most = many.getLimit();
        return new Problem(
                413,
                "too-many-files",
                Text.of(
                        "一次传的文件太多：连同表里的每一项最多 " + most + " 个，请分几次传",
                        "Too many files at once: at most " + most
                                + ", counting the form's fields. Send them in several goes"),
                List.of());
    }

    static Problem tooLarge(boolean file) {
        int most = BodyLimit.WITHOUT_FILES_MB;
        return file
                ? Problem.fileTooLarge()
                : new Problem(
                        413,
                        "too-large",
                        Text.of("请求太大，最多 " + most + " MB", "The request is too large: at most " + most + " MB"),
                        List.of());
    }

    private static String slug(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null
                ? "bad-request"
                : known.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    static Text words(int status) {
        return switch (status) {
            case 400 -> Text.of("请求有误", "Bad request");
            case 401 -> Text.of("需要登录", "Sign-in required");
            case 403 -> Text.of("不能这样做", "Not allowed");
            case 404 -> Text.of("没有找到", "Not found");
            case 405 -> Text.of("不支持这种方法", "Method not allowed");
            case 406 -> Text.of("没有您要的格式", "Not in a format that you accept");
            case 409 -> Text.of("现在不能这样做", "Not possible now");
            case 410 -> Text.of("已经停办", "No longer offered");
            case 411 ->
                Text.of("带文件的请求要写明长度（Content-Length）", "A request with files has to say its length (Content-Length)");
            case 413 -> Text.of("太大了", "Too large");
            case 414 ->
                Text.of(
                        "地址太长，最多 " + BodyLimit.ADDRESS_KB + " KB",
                        "The address is too long: at most " + BodyLimit.ADDRESS_KB + " KB");
            case 415 -> Text.of("不支持这种格式", "Unsupported media type");
            case 422 -> Text.of("有一项要改", "Something needs to be corrected");
            case 429 -> Text.of("太频繁了", "Too many requests");
            case 501 -> Text.of("没有这种方法", "There is no such method");
            case 503 -> Text.of("暂时办不了", "Not available just now");
            default -> status < 500 ? Text.of("请求有误", "Bad request") : Text.of("服务器出错", "Server error");
        };
    }
}

package org.yichuang.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.yichuang.identity.DemoAccounts;
import org.yichuang.support.Api;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A company that files one food permit after the other from several places at once, and keeps every receipt. With
 * officers every other case is accepted, reviewed and granted at once, and every answer kept.
 */
final class Filing implements AutoCloseable {
    private static final int PLACES = 4;
    private static final int MOST = 3000;

    private final ConcurrentLinkedQueue<String> receipts = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> acts = new ConcurrentLinkedQueue<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final ExecutorService places = Executors.newFixedThreadPool(PLACES);
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean over;

    private Filing() {}

    /** Files until {@link #stop}, and goes on when it gets no answer. */
    static Filing at(Api company) {
        return start(List.of(company), List.of());
    }

    /** The same, with officers, spread over these nodes. */
    static Filing decided(String... nodes) {
        Api company = signedIn(nodes[0], "qingheli");
        return start(
                Stream.of(nodes).map(company::at).toList(),
                Stream.of(nodes).map(Filing::officers).toList());
    }

    private static Api signedIn(String node, String login) {
        return Api.signedIn(node, login, DemoAccounts.PASSWORD);
    }

    /** Who does what to a case, in the order it is done. */
    private static List<Act> officers(String node) {
        Api reviewer = signedIn(node, "chenli");
        String found = ",\"verdict\":\"PASS\",\"opinion\":\"符合要求\"";
        String both = found + ",\"companion\":\""
                + reviewer.get("/api/v1/me").json().path("id").asString() + "\"";
        return List.of(
                new Act(signedIn(node, "zhengxiaowen"), "/accept", "case.accepted ", ""),
                new Act(reviewer, "/steps/documents", "case.step-done documents", found),
                new Act(signedIn(node, "shenjia"), "/steps/survey", "case.step-done survey", both),
                new Act(reviewer, "/steps/safety", "case.step-done safety", found),
                new Act(signedIn(node, "zhoumin"), "/grant", "case.granted ", ",\"reasons\":\"符合条件\""));
    }

    /** What one officer does, and how the record says it. */
    private record Act(Api officer, String path, String recorded, String body) {}

    private static Filing start(List<Api> companies, List<List<Act>> acts) {
        var filing = new Filing();
        byte[] body = Api.bytes(application(companies.getFirst()));
        for (int i = 0; i < PLACES; i++) {
            Api company = companies.get(i % companies.size());
            List<Act> then = acts.isEmpty() ? List.of() : acts.get(i % acts.size());
            filing.running.add(filing.places.submit(() -> {
                while (!filing.over && filing.sent.incrementAndGet() < MOST) {
                    filing.one(company, body, then);
                }
            }));
        }
        return filing;
    }

    private void one(Api company, byte[] body, List<Act> then) {
        try {
            Api.Answer answer = company.trySend("POST", "/api/v1/cases", "application/json", body);
            if (answer.status() == 201) {
                receipts.add(answer.json().path("queryCode").asString());
                if (sent.get() % 2 == 0) {
                    decide(answer.json().path("caseId").asString(), then);
                }
            } else if (answer.status() != 503) {
                throw new AssertionError(answer.text());
            } else {
                unheard();
            }
        } catch (IOException e) {
            unheard();
        }
    }

    private void unheard() {
        unanswered.incrementAndGet();
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }

    /** Up to where silence was quicker. */
    private void decide(String id, List<Act> then) throws IOException {
        int version = 1;
        for (Act act : then) {
            byte[] body = ("{\"version\":" + version + act.body() + "}").getBytes(StandardCharsets.UTF_8);
            Api.Answer answer =
                    act.officer().trySend("POST", "/api/v1/cases/" + id + act.path(), "application/json", body);
            if (answer.status() == 409) {
                return;
            } else if (answer.status() == 503) {
                unanswered.incrementAndGet();
                return;
            } else if (answer.status() != 200) {
                throw new AssertionError(answer.text());
            }
            acts.add("case:" + id + " " + act.recorded());
            answer.json().path("letters").forEach(letter -> acts.add("letter " + letter.asString()));
            version = answer.json().path("version").asInt();
        }
    }

    /** What officers were told is done, and the letters they were told of. */
    List<String> acts() {
        return List.copyOf(acts);
    }

    int answered() {
        return receipts.size();
    }

    int unanswered() {
        return unanswered.get();
    }

    /** Waits until so many receipts are there, or the load has ended. */
    void await(BooleanSupplier enough) {
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> enough.getAsBoolean() || running.stream().anyMatch(Future::isDone));
        running.stream().filter(Future::isDone).forEach(Filing::failed);
    }

    /** The query codes of all receipts that were answered. */
    List<String> stop() {
        over = true;
        running.forEach(Filing::failed);
        return List.copyOf(receipts);
    }

    private static void failed(Future<?> place) {
        try {
            place.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        over = true;
        places.shutdownNow();
    }

    /** By the form as the API describes it. */
    static ObjectNode application(Api company) {
        JsonNode item = company.get("/api/v1/items/food_permit").json();
        ObjectNode body = Api.JSON.createObjectNode().put("item", "food_permit").put("division", "330106000000");
        ObjectNode answers = body.putObject("answers");
        item.path("form")
                .path("sections")
                .forEach(section -> section.path("questions")
                        .forEach(question -> question.path("fields").forEach(field -> answer(field, answers))));
        var materials = body.putArray("materials");
        item.path("materials")
                .valueStream()
                .filter(Filing::asked)
                .forEach(material -> materials
                        .addObject()
                        .put("material", material.path("code").asString())
                        .put("file", company.upload(material.path("code").asString()))
                        .put("name", "文件.pdf"));
        return body;
    }

    private static boolean asked(JsonNode material) {
        return material.path("necessity").asString().equals("REQUIRED")
                && !material.path("held").asBoolean()
                && !material.path("filled").asBoolean();
    }

    private static void answer(JsonNode field, ObjectNode answers) {
        String key = field.path("key").asString();
        boolean always = field.path("when").isNull() || field.path("when").isMissingNode();
        if (!always || !field.path("required").asBoolean()) {
            return;
        }
        String first = field.path("options").path(0).path("value").asString("");
        switch (field.path("type").asString()) {
            case "NUMBER" -> answers.put(key, "10");
            case "DATE" -> answers.put(key, "2026-09-01");
            case "CHOICE" -> answers.put(key, first);
            case "CHOICES" -> answers.putArray(key).add(first);
            case "YES_NO" -> answers.put(key, "no");
            case "RESIDENT_ID" -> answers.put(key, "11010519491231002X");
            case "USCC" -> answers.put(key, "91110000600037341L");
            case "PHONE" -> answers.put(key, "13800138000");
            case "DIVISION" -> answers.put(key, "330106000000");
            default -> answers.put(key, "转塘街道外桐坞村 18 号");
        }
    }
}

package io.quarkiverse.usersession.runtime.store;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Caches the answers of the store for a short time, and holds the questions that are in progress. The answer to a question from
 * before an ending of the same user is never kept. Reading takes no lock.
 * <p>
 * There are two generations of answers. When the young one is full, it becomes the old one, and the former old one is dropped.
 * So an answer costs the same, however many sign-ins there are.
 */
final class Answers {

    static final int BOUND = 10_000;
    private static final int GENERATION = BOUND / 2;

    /** @param askedAt when the question was asked, in milliseconds since 1970: the answer may have come later */
    record Answer(Verdict verdict, long askedAt) {
    }

    private final long millis;
    private final Map<String, Map<String, Inquiry>> underWay = new HashMap<>();
    private volatile Map<String, Map<String, Answer>> young = new ConcurrentHashMap<>();
    private volatile Map<String, Map<String, Answer>> old = new ConcurrentHashMap<>();
    private int youngSize;

    /** @param millis how long an answer is used; with 0 answers are not used, and questions are not shared either */
    Answers(long millis) {
        this.millis = millis;
    }

    /** @return null if there is no answer that can still be used */
    Answer at(long now, String principal, String id) {
        Answer answer = latest(principal, id);
        if (answer == null) {
            return null;
        }
        long age = now - answer.askedAt;
        return age >= 0 && age < millis ? answer : null;
    }

    /** Whether the store has said that the sign-in has ended. It stays ended, however old the answer is. */
    boolean isEnded(String principal, String id) {
        Answer answer = latest(principal, id);
        return answer != null && answer.verdict == Verdict.ENDED;
    }

    private Answer latest(String principal, String id) {
        Answer answer = in(young, principal, id);
        return answer != null ? answer : in(old, principal, id);
    }

    private static Answer in(Map<String, Map<String, Answer>> generation, String principal, String id) {
        Map<String, Answer> answers = generation.get(principal);
        return answers == null ? null : answers.get(id);
    }

    /** @return a question about it that is already in progress, and is younger than an answer may be; or null */
    synchronized Inquiry underWay(long now, String principal, String id) {
        Map<String, Inquiry> inquiries = underWay.get(principal);
        Inquiry inquiry = inquiries == null ? null : inquiries.get(id);
        return inquiry == null || isOld(inquiry, now) ? null : inquiry;
    }

    /** The store may have answered it before an ending on another replica, however long the answer takes to arrive. */
    private boolean isOld(Inquiry inquiry, long now) {
        return now - inquiry.askedAt >= millis;
    }

    /** @return the question to wait for: this one, or the same question if another request has just begun it */
    synchronized Inquiry begin(Inquiry inquiry) {
        if (millis == 0) {
            return inquiry;
        }
        Map<String, Inquiry> inquiries = underWay.computeIfAbsent(inquiry.principal, any -> new HashMap<>());
        Inquiry other = inquiries.get(inquiry.id);
        if (other != null) {
            if (!isOld(other, inquiry.askedAt)) {
                return other;
            }
            other.outdated = true;
        }
        inquiries.put(inquiry.id, inquiry);
        return inquiry;
    }

    synchronized void end(Inquiry inquiry, Verdict verdict) {
        if (inquiry.outdated || millis == 0) {
            return;
        }
        Map<String, Inquiry> inquiries = underWay.get(inquiry.principal);
        inquiries.remove(inquiry.id);
        if (inquiries.isEmpty()) {
            underWay.remove(inquiry.principal);
        }
        if (verdict.isFinal()) {
            keep(inquiry.principal, inquiry.id, new Answer(verdict, inquiry.askedAt));
        }
    }

    private void keep(String principal, String id, Answer answer) {
        Map<String, Answer> answers = young.computeIfAbsent(principal, any -> new ConcurrentHashMap<>(1));
        if (answers.put(id, answer) == null && ++youngSize == GENERATION) {
            old = young;
            young = new ConcurrentHashMap<>();
            youngSize = 0;
        }
    }

    /** One sign-in of the user is being ended. */
    synchronized void forget(String principal, String id) {
        outdate(principal);
        if (remove(young, principal, id)) {
            youngSize--;
        }
        remove(old, principal, id);
    }

    /** All sign-ins of the user are being ended, or all but one. */
    synchronized void forget(String principal) {
        outdate(principal);
        Map<String, Answer> removed = young.remove(principal);
        if (removed != null) {
            youngSize -= removed.size();
        }
        old.remove(principal);
    }

    private void outdate(String principal) {
        Map<String, Inquiry> inquiries = underWay.remove(principal);
        if (inquiries != null) {
            for (Inquiry inquiry : inquiries.values()) {
                inquiry.outdated = true;
            }
        }
    }

    private static boolean remove(Map<String, Map<String, Answer>> generation, String principal, String id) {
        Map<String, Answer> answers = generation.get(principal);
        if (answers == null || answers.remove(id) == null) {
            return false;
        }
        if (answers.isEmpty()) {
            generation.remove(principal);
        }
        return true;
    }

    /** How many answers and questions it holds. */
    synchronized int size() {
        return size(young) + size(old) + size(underWay);
    }

    private static int size(Map<String, ? extends Map<String, ?>> byPrincipal) {
        int size = 0;
        for (Map<String, ?> ofPrincipal : byPrincipal.values()) {
            size += ofPrincipal.size();
        }
        return size;
    }
}

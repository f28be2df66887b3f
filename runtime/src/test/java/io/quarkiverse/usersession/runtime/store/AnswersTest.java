package io.quarkiverse.usersession.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How many answers are kept, and which. */
class AnswersTest {

    private final Answers answers = new Answers(5_000);

    @Test
    void manyUsersDoNotMakeItGrow() {
        for (int i = 0; i < 5 * Answers.BOUND; i++) {
            keep("mallory " + i, 1);
        }

        assertThat(answers.size()).isLessThanOrEqualTo(Answers.BOUND);
    }

    @Test
    void manySignInsOfOneUserDoNotMakeItGrow() {
        for (int i = 0; i < 5 * Answers.BOUND; i++) {
            keep("monitor", i);
        }

        assertThat(answers.size()).isLessThanOrEqualTo(Answers.BOUND);
        answers.forget("monitor");
        assertThat(answers.size()).isZero();
    }

    @Test
    void thatWhichWasForgottenMakesRoom() {
        for (int i = 0; i < 7; i++) {
            keep("ada", i);
            answers.forget("ada", Replica.id(i));
            keep("ada", i);
            answers.forget("ada");
        }
        keep("ada", 1);

        for (int i = 0; i < Answers.BOUND - 2; i++) {
            keep("mallory", i);
        }
        assertThat(answers.at(0, "ada", Replica.id(1))).isNotNull();
    }

    @Test
    void theLatestOnesAreKept() {
        for (int i = 0; i < 5 * Answers.BOUND; i++) {
            keep("mallory", i);
        }

        for (int i = 0; i < Answers.BOUND / 2; i++) {
            assertThat(answers.at(0, "mallory", Replica.id(5 * Answers.BOUND - 1 - i))).as("%s", i).isNotNull();
        }
    }

    @Test
    void anAnswerOfAnyAgeIsForgotten() {
        keep("ada", 1);
        for (int i = 0; i < Answers.BOUND / 2; i++) {
            keep("mallory", i);
        }
        assertThat(answers.at(0, "ada", Replica.id(1))).isNotNull();

        answers.forget("ada", Replica.id(1));

        assertThat(answers.at(0, "ada", Replica.id(1))).isNull();
    }

    @Test
    void noAnswerIsNotKept() {
        end("ada", 1, Verdict.UNAVAILABLE);

        assertThat(answers.size()).isZero();
    }

    @Test
    void questionsUnderWayDoNotStayBehind() {
        for (int i = 0; i < 100; i++) {
            answers.begin(new Inquiry("ada", Replica.id(i), false, 0, Availability.Permit.ASK));
        }
        assertThat(answers.size()).isEqualTo(100);

        answers.forget("ada");

        assertThat(answers.size()).isZero();
    }

    private void keep(String principal, int number) {
        end(principal, number, Verdict.ACTIVE);
    }

    private void end(String principal, int number, Verdict verdict) {
        Inquiry inquiry = new Inquiry(principal, Replica.id(number), false, 0, Availability.Permit.ASK);
        answers.begin(inquiry);
        answers.end(inquiry, verdict);
    }
}

package io.quarkiverse.usersession.testsupport;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Makes instances of interfaces with more methods than a test cares for. */
public final class Stub {

    /** What a stub answers when one of its methods is called. */
    public interface Answers {

        /** @param arguments null if the method has no parameters */
        Object to(String method, Object[] arguments);
    }

    private Stub() {
    }

    /** One with these methods, by their names, each with the same answer always. Any other is unsupported. */
    public static <T> T of(Class<T> type, Map<String, ?> answers) {
        return of(type, (method, arguments) -> {
            if (!answers.containsKey(method)) {
                throw new UnsupportedOperationException(method);
            }
            return answers.get(method);
        });
    }

    public static <T> T of(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
                (stub, method, arguments) -> answers.to(method.getName(), arguments)));
    }
}

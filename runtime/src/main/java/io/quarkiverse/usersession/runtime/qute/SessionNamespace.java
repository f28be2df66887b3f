package io.quarkiverse.usersession.runtime.qute;

import java.util.List;
import java.util.concurrent.CompletionStage;

import jakarta.inject.Singleton;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.NamespaceResolver;
import io.quarkus.qute.Results;

/**
 * The default session in Qute templates: <code>{session:name}</code> is the value under the key {@code name}, and
 * <code>{session:get('user-name')}</code> that of a key which Qute can't parse as a name.
 * <p>
 * A namespace and not a global variable: Qute binds those in every template and checks it against their type, so that a
 * template with a {@code session} of its own would no longer build.
 */
@Singleton
public final class SessionNamespace implements NamespaceResolver {

    public static final String NAME = "session";

    /** Whatever an application defines in the same namespace comes first. */
    public static final int PRIORITY = -1;

    private final TemplateValues values;

    SessionNamespace(TemplateValues values) {
        this.values = values;
    }

    @Override
    public String getNamespace() {
        return NAME;
    }

    @Override
    public int getPriority() {
        return PRIORITY;
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        List<Expression> parameters = context.getParams();
        if (parameters.isEmpty()) {
            return CompletedStage.of(values.read(context.getName()));
        }
        if (parameters.size() == 1 && context.getName().equals("get")) {
            return context.evaluate(parameters.get(0)).thenApply(key -> values.read(key == null ? null : key.toString()));
        }
        return Results.notFound(context);
    }
}

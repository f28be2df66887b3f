package io.quarkiverse.usersession.deployment;

import static io.smallrye.common.expression.Expression.Flag.DOUBLE_COLON;
import static io.smallrye.common.expression.Expression.Flag.LENIENT_SYNTAX;
import static io.smallrye.common.expression.Expression.Flag.NO_SMART_BRACES;
import static io.smallrye.common.expression.Expression.Flag.NO_TRIM;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

import io.smallrye.common.expression.Expression;
import io.smallrye.common.expression.ResolveContext;
import io.smallrye.config.ConfigValue;

/**
 * The values that a setting in the application's files can have. An expression such as <code>${SESSION_SECRET:text}</code> can
 * become another setting of these files, its default, or something that only the environment knows. All combinations are tried.
 */
final class Literals {

    /**
     * @param place where the value is written, for messages
     */
    record Text(String value, String place) {

        /** Leaves out the value, which may be a secret. */
        @Override
        public String toString() {
            return place;
        }
    }

    // what only the environment knows; no character (Unicode 16, §23.7), so that no text has it
    private static final char UNKNOWN = '\uFFFF';

    private static final int MAX_DEPTH = 32; // as SmallRye Config has it
    private static final int MAX_COMBINATIONS = 64;

    private final ConfigurationFiles files;
    private final Pattern judgedKeys;

    private final List<Integer> choices = new ArrayList<>();
    private final List<Integer> numbersOfOptions = new ArrayList<>();
    private int next; // in choices
    private int depth;
    private ConfigValue origin; // the setting whose text is used

    private Literals(ConfigurationFiles files, Pattern judgedKeys) {
        this.files = files;
        this.judgedKeys = judgedKeys;
    }

    /**
     * @param judgedKeys settings whose values are judged on their own, so that they are not judged again if an expression
     *        refers to them
     */
    static List<Text> of(String key, ConfigurationFiles files, Pattern judgedKeys) {
        return new Literals(files, judgedKeys).texts(key);
    }

    /** Whether the whole value is written in the files. */
    static boolean isComplete(String text) {
        return text.indexOf(UNKNOWN) < 0;
    }

    private List<Text> texts(String key) {
        List<Text> texts = new ArrayList<>();
        ConfigValue value = files.value(key);
        if (value == null) {
            return texts;
        }
        do {
            next = 0;
            origin = value;
            String text = expanded(value.getRawValue());
            String through = origin == value ? "" : ", from which " + value.getNameProfiled() + " is taken,";
            texts.add(new Text(text, origin.getNameProfiled() + through + " in " + ConfigurationFiles.fileOf(origin)));
        } while (texts.size() < MAX_COMBINATIONS && nextCombination());
        return texts;
    }

    private String expanded(String raw) {
        return raw.indexOf('$') < 0 ? raw
                : Expression.compile(raw.replace("\\$", "$$"), LENIENT_SYNTAX, NO_TRIM, NO_SMART_BRACES, DOUBLE_COLON)
                        .evaluate((BiConsumer<ResolveContext<RuntimeException>, StringBuilder>) this::resolve);
    }

    private void resolve(ResolveContext<RuntimeException> expression, StringBuilder text) {
        String key = expression.getKey();
        // with :: it is for a handler that decrypts the rest
        ConfigValue setting = key.contains("::") || judgedKeys.matcher(key).matches() ? null : files.value(key);
        int settings = setting != null && depth < MAX_DEPTH ? 1 : 0;
        int options = settings + (expression.hasDefault() ? 1 : 0);
        if (options == 0) {
            text.append(UNKNOWN);
        } else if (choose(options) < settings) {
            origin = setting;
            depth++;
            text.append(expanded(setting.getRawValue()));
            depth--;
        } else {
            expression.expandDefault();
        }
    }

    private int choose(int options) {
        if (next == choices.size()) {
            choices.add(0);
            numbersOfOptions.add(options);
        }
        return choices.get(next++);
    }

    private boolean nextCombination() {
        for (int last = choices.size() - 1; last >= 0; last--) {
            if (choices.get(last) + 1 < numbersOfOptions.get(last)) {
                choices.set(last, choices.get(last) + 1);
                return true;
            }
            choices.remove(last);
            numbersOfOptions.remove(last);
        }
        return false;
    }
}

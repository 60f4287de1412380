package io.liying.i18n.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlainPatternTest {

    @Test
    void a_plain_message_is_formatted_without_ICU() throws Exception {
        ClassLoader withoutIcu = new WithoutIcu();
        Object messages = withoutIcu
                .loadClass(MessageFiles.class.getName())
                .getMethod("of", Class.class)
                .invoke(
                        withoutIcu
                                .loadClass(MessageFiles.class.getName())
                                .getConstructor()
                                .newInstance(),
                        MessageFilesTest.class);

        Object text = messages.getClass()
                .getMethod("text", Language.class, String.class, Map.class)
                .invoke(messages, Language.ENGLISH, "named", Map.of("first", "1 + 1", "second", 2));

        assertThat(text).isEqualTo("1 + 1 · 2");
    }

    @Test
    void plurals_selects_and_malformed_patterns_are_left_to_ICU() {
        assertThat(Pattern.of("{n, plural, other {#}}", Language.ENGLISH.locale()))
                .isInstanceOf(IcuPattern.class);
        assertThat(Pattern.of("{n", Language.ENGLISH.locale())).isInstanceOf(IcuPattern.class);
        assertThat(Pattern.of("{n} '{'", Language.ENGLISH.locale())).isInstanceOf(PlainPattern.class);
    }

    @Test
    void formatting_a_plain_message_takes_less_than_two_microseconds() {
        Pattern pattern = Pattern.of("{expression} = {result}", Language.ENGLISH.locale());
        Map<String, String> arguments = Map.of("expression", "123 × 456", "result", "56,088");
        int rounds = 200_000;
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        int length = 0;
        for (int attempt = 0; attempt < 5; attempt++) {
            long begin = processor.getCurrentThreadCpuTime();
            for (int i = 0; i < rounds; i++) {
                length += pattern.format(arguments).length();
            }
            best = Math.min(best, processor.getCurrentThreadCpuTime() - begin);
        }

        assertThat(length).isEqualTo(5 * rounds * "123 × 456 = 56,088".length());
        assertThat(best / rounds).as("nanoseconds per message").isLessThan(2_000);
    }

    /** Loads this bundle's classes anew and fails on every class of ICU. */
    private static final class WithoutIcu extends ClassLoader {

        WithoutIcu() {
            super(PlainPatternTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.ibm.icu.")) {
                throw new ClassNotFoundException(name + " is not to be loaded");
            }
            if (!name.startsWith("io.liying.i18n.core.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream stream = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = stream.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException failure) {
                throw new ClassNotFoundException(name, failure);
            }
        }
    }
}

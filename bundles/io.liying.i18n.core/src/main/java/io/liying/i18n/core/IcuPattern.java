package io.liying.i18n.core;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * A message with plurals, choices or formatted numbers and dates. ICU's formats are not safe for several threads, so
 * each thread borrows one; there are never more than threads that formatted this message at once.
 */
final class IcuPattern implements Pattern {

    private final String text;
    private final Locale locale;
    private final Queue<MessageFormat> idle = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Set<String> arguments;

    IcuPattern(String text, Locale locale) {
        this.text = text;
        this.locale = locale;
    }

    @Override
    public String format(Map<String, ?> values) {
        for (String name : arguments()) {
            if (values.get(name) == null) {
                throw new IllegalArgumentException("the argument " + name + " is missing");
            }
        }
        MessageFormat borrowed = idle.poll();
        MessageFormat format = borrowed == null ? new MessageFormat(text, locale) : borrowed;
        String formatted = format.format(values, new StringBuffer(), null).toString();
        idle.offer(format);
        return formatted;
    }

    private Set<String> arguments() {
        Set<String> known = arguments;
        if (known == null) {
            known = new HashSet<>();
            MessagePattern parsed = new MessagePattern(text);
            for (int i = 0; i < parsed.countParts(); i++) {
                Part part = parsed.getPart(i);
                if (part.getType() == Part.Type.ARG_NAME || part.getType() == Part.Type.ARG_NUMBER) {
                    known.add(parsed.getSubstring(part));
                }
            }
            arguments = known;
        }
        return known;
    }
}

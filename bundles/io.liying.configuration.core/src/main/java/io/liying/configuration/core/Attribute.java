package io.liying.configuration.core;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a bundle's metatype says about one key.
 *
 * @param id the property name
 * @param list whether it takes several values
 * @param min the least number, or the least length of a text
 * @param max the greatest number, or the greatest length of a text
 * @param options the only values that are allowed, none for any
 */
record Attribute(
        String id, Type type, boolean list, Optional<BigDecimal> min, Optional<BigDecimal> max, List<String> options) {

    /** The types that Configuration Admin knows. */
    enum Type {
        TEXT(String.class),
        CHARACTER(Character.class),
        TRUTH(Boolean.class),
        BYTE(Byte.class),
        SHORT(Short.class),
        INTEGER(Integer.class),
        LONG(Long.class),
        FLOAT(Float.class),
        DOUBLE(Double.class);

        private final Class<?> javaType;

        Type(Class<?> javaType) {
            this.javaType = javaType;
        }
    }

    /** The key as people write it. */
    String yamlName() {
        return bare(id).replace('.', '_');
    }

    /** Secrets begin with a dot, so that declarative services keep them to the component; people need not write it. */
    static String bare(String name) {
        return name.startsWith(".") ? name.substring(1) : name;
    }

    boolean secret() {
        return id.startsWith(".");
    }

    /** The value for Configuration Admin, or empty if it is not allowed. */
    Optional<Object> convert(Value value) {
        return switch (value) {
            case Value.Single single when !list -> one(single);
            case Value.Several several when list -> array(several);
            default -> Optional.empty();
        };
    }

    private Optional<Object> array(Value.Several several) {
        Object array = Array.newInstance(type.javaType, several.values().size());
        for (int i = 0; i < several.values().size(); i++) {
            Optional<Object> element =
                    several.values().get(i) instanceof Value.Single single ? one(single) : Optional.empty();
            if (element.isEmpty()) {
                return Optional.empty();
            }
            Array.set(array, i, element.get());
        }
        return Optional.of(array);
    }

    private Optional<Object> one(Value.Single single) {
        boolean text = single.kind() == Value.Kind.TEXT || single.foreign();
        boolean number = single.kind() == Value.Kind.WHOLE || single.kind() == Value.Kind.DECIMAL;
        return switch (type) {
            case TEXT ->
                text && inRange(BigDecimal.valueOf(single.text().length())) && option(single.text())
                        ? Optional.of(single.text())
                        : Optional.empty();
            case CHARACTER ->
                text && single.text().length() == 1 ? Optional.of(single.text().charAt(0)) : Optional.empty();
            case TRUTH ->
                single.kind() == Value.Kind.TRUTH
                        ? Optional.of(single.text().equalsIgnoreCase("true"))
                        : Optional.empty();
            case BYTE, SHORT, INTEGER, LONG ->
                single.kind() == Value.Kind.WHOLE ? whole(single.text()) : Optional.empty();
            case FLOAT, DOUBLE -> number ? decimal(single.text()) : Optional.empty();
        };
    }

    private Optional<Object> whole(String text) {
        BigInteger number = integer(text);
        int bits = switch (type) {
            case BYTE -> Byte.SIZE;
            case SHORT -> Short.SIZE;
            case INTEGER -> Integer.SIZE;
            default -> Long.SIZE;
        };
        if (number.bitLength() >= bits || !inRange(new BigDecimal(number)) || !option(number.toString())) {
            return Optional.empty();
        }
        return Optional.of(
                switch (type) {
                    case BYTE -> number.byteValueExact();
                    case SHORT -> number.shortValueExact();
                    case INTEGER -> number.intValueExact();
                    default -> number.longValueExact();
                });
    }

    /** YAML 1.2 knows {@code 0x1F} and {@code 0o17} besides decimal numbers. */
    private static BigInteger integer(String text) {
        return text.startsWith("0x")
                ? new BigInteger(text.substring(2), 16)
                : text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text);
    }

    private Optional<Object> decimal(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".inf") || lower.endsWith(".nan")) {
            return Optional.empty();
        }
        BigDecimal number =
                text.startsWith("0x") || text.startsWith("0o") ? new BigDecimal(integer(text)) : new BigDecimal(text);
        double value = number.doubleValue();
        if (Double.isInfinite(value) || !inRange(number)) {
            return Optional.empty();
        }
        return Optional.of(type == Type.FLOAT ? (Object) (float) value : (Object) value);
    }

    private boolean inRange(BigDecimal number) {
        return min.map(least -> number.compareTo(least) >= 0).orElse(true)
                && max.map(most -> number.compareTo(most) <= 0).orElse(true);
    }

    private boolean option(String text) {
        return options.isEmpty() || options.contains(text);
    }

    /** What is allowed, for people. */
    String allowed(Texts texts) {
        String one;
        if (!options.isEmpty()) {
            one = texts.text("allowed.options", String.join(", ", options));
        } else {
            one = switch (type) {
                case TEXT -> range(texts, texts.text("allowed.text"), "length");
                case CHARACTER -> texts.text("allowed.character");
                case TRUTH -> texts.text("allowed.truth");
                case BYTE, SHORT, INTEGER, LONG -> range(texts, texts.text("allowed.whole"), "range");
                case FLOAT, DOUBLE -> range(texts, texts.text("allowed.number"), "range");
            };
        }
        return list ? texts.text("allowed.list", one) : one;
    }

    private String range(Texts texts, String what, String kind) {
        if (min.isPresent() && max.isPresent()) {
            return texts.text(kind + ".both", what, plain(min.get()), plain(max.get()));
        }
        return min.map(least -> texts.text(kind + ".min", what, plain(least)))
                .or(() -> max.map(most -> texts.text(kind + ".max", what, plain(most))))
                .orElse(what);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}

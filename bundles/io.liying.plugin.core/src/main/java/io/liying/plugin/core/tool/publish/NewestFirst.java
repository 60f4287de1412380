package io.liying.plugin.core.tool.publish;

import java.util.regex.Pattern;

/** The order of versions as OSGi defines it, turned round; without OSGi, since the tool runs without a framework. */
final class NewestFirst {

    private static final Pattern VERSION = Pattern.compile("\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}(\\.[A-Za-z0-9_-]{1,100})?");

    private NewestFirst() {}

    static boolean isVersion(String text) {
        return VERSION.matcher(text).matches();
    }

    static int compare(String one, String other) {
        String[] left = one.split("\\.", 4);
        String[] right = other.split("\\.", 4);
        for (int i = 0; i < 3; i++) {
            int order = Integer.compare(Integer.parseInt(right[i]), Integer.parseInt(left[i]));
            if (order != 0) {
                return order;
            }
        }
        return (right.length > 3 ? right[3] : "").compareTo(left.length > 3 ? left[3] : "");
    }
}

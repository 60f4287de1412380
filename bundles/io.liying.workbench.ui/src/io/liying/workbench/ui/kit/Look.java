package io.liying.workbench.ui.kit;

import io.liying.i18n.api.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.widgets.Display;

/** Colours and fonts of one appearance. A view makes one when it is built and disposes it with its widgets. */
public final class Look {

    private final Palette palette;
    private final Map<Integer, Color> colors = new HashMap<>();
    private final Font body;
    private final Font bold;
    private final Font italic;
    private final Font small;
    private final Font smallBold;
    private final Font title;
    private final Font mono;

    public Look(Display display, Appearance appearance) {
        palette = appearance.palette();
        int size = appearance.fontSize();
        String family = family(display, appearance.language());
        String fixed = installed(display, List.of("JetBrains Mono", "Cascadia Code", "SF Mono", "DejaVu Sans Mono"))
                ? first(display, List.of("JetBrains Mono", "Cascadia Code", "SF Mono", "DejaVu Sans Mono"))
                : "Monospace";
        body = new Font(display, family, size, SWT.NORMAL);
        bold = new Font(display, family, size, SWT.BOLD);
        italic = new Font(display, family, size, SWT.ITALIC);
        small = new Font(display, family, Math.max(7, size - 2), SWT.NORMAL);
        smallBold = new Font(display, family, Math.max(7, size - 2), SWT.BOLD);
        title = new Font(display, family, size + 8, SWT.BOLD);
        mono = new Font(display, fixed, Math.max(7, size - 1), SWT.NORMAL);
    }

    /** The desktop's own font, unless that is only the fallback of a desktop without one. */
    private static String family(Display display, Language language) {
        FontData system = display.getSystemFont().getFontData()[0];
        String name = system.getName();
        if (!name.equals("Sans") && !name.startsWith("DejaVu")) {
            return name;
        }
        String region = switch (language) {
            case JAPANESE -> "JP";
            case CHINESE -> "SC";
            default -> "KR";
        };
        List<String> wanted = List.of("Inter", "Noto Sans", "Cantarell", "Ubuntu", "Noto Sans CJK " + region);
        return installed(display, wanted) ? first(display, wanted) : name;
    }

    private static boolean installed(Display display, List<String> families) {
        return families.stream().anyMatch(family -> display.getFontList(family, true).length > 0);
    }

    private static String first(Display display, List<String> families) {
        return families.stream()
                .filter(family -> display.getFontList(family, true).length > 0)
                .findFirst()
                .orElseThrow();
    }

    public Palette palette() {
        return palette;
    }

    /** The colour of {@code 0xRRGGBB}. */
    public Color color(int rgb) {
        return colors.computeIfAbsent(rgb, wanted -> new Color(wanted >> 16 & 255, wanted >> 8 & 255, wanted & 255));
    }

    public Font body() {
        return body;
    }

    public Font bold() {
        return bold;
    }

    public Font italic() {
        return italic;
    }

    public Font small() {
        return small;
    }

    public Font smallBold() {
        return smallBold;
    }

    public Font title() {
        return title;
    }

    /** All characters of the same width. */
    public Font mono() {
        return mono;
    }

    public void dispose() {
        List.of(body, bold, italic, small, smallBold, title, mono).forEach(Font::dispose);
    }
}

package io.liying.conversation.ui;

import io.liying.workbench.ui.kit.Look;
import io.liying.workbench.ui.kit.Palette;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.TextLayout;

/** Writes facts from the top to the bottom of a column; invisibly to measure its height. */
final class InspectorSheet {

    private static final int BAR = 6;

    private final GC gc;
    private final Look look;
    private final Palette palette;
    private final int x;
    private final int start;
    private final int width;
    private final boolean visible;
    private int y;

    InspectorSheet(GC gc, Look look, int x, int y, int width, boolean visible) {
        this.gc = gc;
        this.look = look;
        this.palette = look.palette();
        this.x = x;
        this.y = y;
        this.start = y;
        this.width = Math.max(80, width);
        this.visible = visible;
    }

    int height() {
        return y - start + 2 * x;
    }

    void title(String text) {
        write(look.bold(), palette.text(), text, x, width);
        y += 2;
    }

    void heading(String text) {
        y += 18;
        write(look.smallBold(), palette.faint(), text, x, width);
        y += 4;
    }

    /** A fact and its figure. */
    void line(String fact, String figure) {
        int top = y;
        figure(look.bold(), figure, palette.text());
        y = top;
        write(look.bold(), palette.text(), fact, x, width - 60);
        y += 3;
    }

    /** A bar in the brand's colour, 0 to 1. */
    void bar(double share) {
        bar(share, palette.accent());
        y += BAR + 6;
    }

    private void bar(double share, int color) {
        if (visible) {
            gc.setBackground(look.color(palette.track()));
            gc.fillRoundRectangle(x, y, width, BAR, BAR, BAR);
            gc.setBackground(look.color(color));
            gc.fillRoundRectangle(x, y, Math.max(BAR, (int) Math.round(width * share)), BAR, BAR, BAR);
        }
    }

    /** A lesser fact with its figure and a thin bar. */
    void quiet(String fact, String figure, double share) {
        int top = y;
        figure(look.small(), figure, palette.muted());
        y = top;
        write(look.small(), palette.muted(), fact, x, width - 70);
        y += 2;
        bar(share, palette.selection());
        y += BAR + 5;
    }

    /** What a text mentions. */
    void chip(String type, String words, String value) {
        gc.setFont(look.smallBold());
        Point label = gc.textExtent(type);
        if (visible) {
            gc.setBackground(look.color(palette.accentSoft()));
            gc.fillRoundRectangle(x, y, label.x + 16, label.y + 6, 12, 12);
            gc.setForeground(look.color(palette.accentText()));
            gc.drawText(type, x + 8, y + 3, true);
        }
        int top = y;
        write(look.body(), palette.text(), words, x + label.x + 26, width - label.x - 26);
        y = Math.max(y, top + label.y + 8);
        if (!value.equals(words)) {
            write(look.mono(), palette.muted(), value, x + 8, width - 8);
        }
        y += 6;
    }

    void pair(String key, String value) {
        write(look.small(), palette.muted(), key, x, width);
        write(look.body(), palette.text(), value, x, width);
        y += 6;
    }

    void paragraph(String text) {
        y += 2;
        write(look.small(), palette.muted(), text, x, width);
        y += 2;
    }

    private void figure(Font font, String figure, int color) {
        gc.setFont(font);
        Point extent = gc.textExtent(figure);
        if (visible) {
            gc.setForeground(look.color(color));
            gc.drawText(figure, x + width - extent.x, y, true);
        }
    }

    private void write(Font font, int color, String text, int left, int most) {
        TextLayout layout = new TextLayout(gc.getDevice());
        layout.setFont(font);
        layout.setText(text);
        layout.setWidth(Math.max(40, most));
        if (visible) {
            gc.setForeground(look.color(color));
            layout.draw(gc, left, y);
        }
        y += layout.getBounds().height;
        layout.dispose();
    }
}

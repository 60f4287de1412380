package io.liying.conversation.ui;

import io.liying.conversation.api.Session;
import io.liying.conversation.ui.model.ConversationModel;
import io.liying.conversation.ui.model.SessionGroup;
import io.liying.workbench.ui.kit.Look;
import io.liying.workbench.ui.kit.Palette;
import io.liying.workbench.ui.kit.SmoothCanvas;
import io.liying.workbench.ui.kit.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The list of sessions, grouped by their age. */
final class SessionsCanvas extends SmoothCanvas {

    private static final int HEADING = 30;
    private static final int PAD = 10;

    private record Row(int top, Optional<Session> session, String text) {}

    private final ConversationModel model;
    private final Look look;
    private final Texts texts;
    private final Actions actions;
    private final Map<SessionGroup.Age, DateTimeFormatter> times;
    private List<Row> rows = List.of();
    private int rowHeight;
    private Optional<String> hovered = Optional.empty();
    private Optional<String> asked = Optional.empty();

    SessionsCanvas(Composite parent, Look look, Texts texts, ConversationModel model, Actions actions) {
        super(parent);
        this.model = model;
        this.look = look;
        this.texts = texts;
        this.actions = actions;
        Locale locale = texts.language().locale();
        ZoneId zone = ZoneId.systemDefault();
        DateTimeFormatter clock = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone);
        DateTimeFormatter weekday = DateTimeFormatter.ofPattern("EEE", locale).withZone(zone);
        DateTimeFormatter day =
                DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(locale).withZone(zone);
        times = Map.of(
                SessionGroup.Age.TODAY, clock,
                SessionGroup.Age.YESTERDAY, clock,
                SessionGroup.Age.WEEK, weekday,
                SessionGroup.Age.OLDER, day);
        setBackground(parent.getBackground());
        setFont(look.body());
        addListener(SWT.MouseMove, event -> hover(at(event.y)));
        addListener(SWT.MouseExit, event -> hover(Optional.empty()));
        addListener(SWT.MouseDown, this::press);
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        setMenu(menu());
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = texts.text("sessions.name");
            }
        });
    }

    void show() {
        relayout();
    }

    /** How many sessions are listed. */
    int count() {
        return (int) rows.stream().filter(row -> row.session().isPresent()).count();
    }

    @Override
    protected int arrange(int width) {
        GC gc = new GC(this);
        rowHeight = gc.textExtent("Hg").y + 2 * PAD - 4;
        gc.dispose();
        List<Row> next = new ArrayList<>();
        int y = 0;
        for (SessionGroup group : model.sessions().groups()) {
            next.add(new Row(
                    y, Optional.empty(), texts.text("age." + group.age().name().toLowerCase(Locale.ROOT))));
            y += HEADING;
            for (Session session : group.sessions()) {
                String when = times.get(group.age()).format(session.updatedAt());
                next.add(new Row(y, Optional.of(session), when));
                y += rowHeight;
            }
        }
        rows = next;
        return y;
    }

    @Override
    protected void draw(GC gc, Rectangle area) {
        Palette palette = look.palette();
        if (rows.isEmpty()) {
            gc.setFont(look.small());
            gc.setForeground(look.color(palette.faint()));
            boolean searching = !model.sessions().query().isBlank();
            gc.drawText(texts.text(searching ? "sessions.none" : "sessions.empty"), PAD, PAD, true);
        }
        for (Row row : rows) {
            int y = row.top() - origin();
            if (y + HEADING < 0 || y > area.height) {
                continue;
            }
            if (row.session().isPresent()) {
                session(gc, row, row.session().get(), y, area.width);
            } else {
                gc.setFont(look.smallBold());
                gc.setForeground(look.color(palette.faint()));
                gc.drawText(row.text(), PAD, y + 9, true);
            }
        }
    }

    private void session(GC gc, Row row, Session session, int y, int width) {
        Palette palette = look.palette();
        boolean current = model.currentSession().equals(Optional.of(session.id()));
        boolean over = hovered.equals(Optional.of(session.id()));
        if (current || over) {
            gc.setBackground(look.color(current ? palette.accentSoft() : palette.hover()));
            gc.fillRoundRectangle(0, y, width, rowHeight - 2, 16, 16);
        }
        if (current && isFocusControl()) {
            gc.setForeground(look.color(palette.accent()));
            gc.setLineWidth(1);
            gc.drawRoundRectangle(0, y, width - 1, rowHeight - 3, 16, 16);
        }
        gc.setFont(look.small());
        Point when = gc.textExtent(row.text());
        gc.setForeground(look.color(palette.faint()));
        gc.drawText(row.text(), width - when.x - PAD, y + (rowHeight - 2 - when.y) / 2, true);
        gc.setFont(look.body());
        gc.setForeground(look.color(current ? palette.accentText() : palette.text()));
        String title = cut(gc, session.title().replace('\n', ' '), width - when.x - 3 * PAD);
        gc.drawText(title, PAD, y + (rowHeight - 2 - gc.textExtent(title).y) / 2, true);
    }

    /** The beginning of a text that fits into a width. */
    static String cut(GC gc, String text, int width) {
        if (gc.textExtent(text).x <= width) {
            return text;
        }
        int end = Math.min(text.length(), 200);
        while (end > 0 && gc.textExtent(text.substring(0, end) + "…").x > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + "…";
    }

    private Optional<Session> at(int y) {
        return rows.stream()
                .filter(row -> y + origin() >= row.top() && y + origin() < row.top() + rowHeight)
                .flatMap(row -> row.session().stream())
                .findFirst();
    }

    private void hover(Optional<Session> session) {
        Optional<String> id = session.map(Session::id);
        if (!id.equals(hovered)) {
            hovered = id;
            setToolTipText(
                    session.map(found -> found.title().replace("&", "&&")).orElse(null));
            redraw();
        }
    }

    private void press(Event event) {
        setFocus();
        Optional<Session> session = at(event.y);
        asked = session.map(Session::id);
        if (event.button == 1) {
            session.ifPresent(found -> model.open(found.id()));
        }
    }

    private void key(Event event) {
        switch (event.keyCode) {
            case SWT.ARROW_DOWN -> move(1);
            case SWT.ARROW_UP -> move(-1);
            case SWT.DEL -> model.currentSession().ifPresent(actions::delete);
            default -> scroll(event.keyCode);
        }
    }

    private void move(int step) {
        List<Row> sessions =
                rows.stream().filter(row -> row.session().isPresent()).toList();
        int now = -1;
        for (int i = 0; i < sessions.size(); i++) {
            if (model.currentSession().equals(sessions.get(i).session().map(Session::id))) {
                now = i;
            }
        }
        int next = Math.clamp(now + step, 0, Math.max(0, sessions.size() - 1));
        if (!sessions.isEmpty()) {
            Row row = sessions.get(next);
            model.open(row.session().orElseThrow().id());
            int below = row.top() + rowHeight - getClientArea().height;
            glide(Math.clamp(origin(), Math.max(0, below), Math.max(0, Math.max(below, row.top() - HEADING))));
        }
    }

    private Menu menu() {
        Menu menu = new Menu(this);
        item(menu, "sessions.rename", actions::rename);
        item(menu, "sessions.export", actions::export);
        item(menu, "sessions.delete", actions::delete);
        addListener(SWT.MenuDetect, event -> event.doit = asked.isPresent());
        return menu;
    }

    private void item(Menu menu, String key, Consumer<String> action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(texts.text(key));
        item.addListener(SWT.Selection, event -> asked.ifPresent(action));
    }
}

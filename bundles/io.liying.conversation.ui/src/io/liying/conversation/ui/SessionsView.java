package io.liying.conversation.ui;

import io.liying.conversation.ui.model.ConversationModel;
import io.liying.workbench.ui.kit.FlatButton;
import io.liying.workbench.ui.kit.Icon;
import io.liying.workbench.ui.kit.Look;
import io.liying.workbench.ui.kit.RoundPanel;
import io.liying.workbench.ui.kit.Texts;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** The panel at the left: new conversation, search, and the stored sessions. */
final class SessionsView extends Composite {

    private static final int SEARCH_PAUSE_MILLIS = 150;

    private final ConversationModel model;
    private final Look look;
    private final Texts texts;
    private final StyledText search;
    private final SessionsCanvas list;
    private int searches;

    SessionsView(Composite parent, Look look, Texts texts, ConversationModel model, Actions actions) {
        super(parent, SWT.NONE);
        this.model = model;
        this.look = look;
        this.texts = texts;
        setBackground(look.color(look.palette().side()));
        GridLayout layout = new GridLayout();
        layout.marginWidth = 12;
        layout.marginHeight = 12;
        layout.verticalSpacing = 10;
        setLayout(layout);
        brand();
        FlatButton fresh =
                new FlatButton(this, look, FlatButton.Kind.TONAL, Optional.of(Icon.PLUS), texts.text("sessions.new"));
        fresh.setData("org.eclipse.e4.ui.css.id", "new-conversation");
        fresh.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        fresh.addListener(SWT.Selection, event -> actions.command("io.liying.command.new"));
        search = searchField();
        list = new SessionsCanvas(this, look, texts, model, actions);
        list.setData("org.eclipse.e4.ui.css.id", "sessions");
        list.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        footer(actions);
    }

    private void brand() {
        Canvas brand = new Canvas(this, SWT.DOUBLE_BUFFERED);
        brand.setBackground(getBackground());
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.heightHint = 34;
        brand.setLayoutData(data);
        brand.addPaintListener(event -> {
            Icon.drawLogo(event.gc, look, 4, 3, 28);
            event.gc.setFont(look.bold());
            event.gc.setForeground(look.color(look.palette().text()));
            Point extent = event.gc.textExtent("LiYing");
            event.gc.drawText("LiYing", 42, 17 - extent.y / 2, true);
        });
    }

    private StyledText searchField() {
        RoundPanel panel = new RoundPanel(this, look);
        panel.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        GridLayout inside = new GridLayout(2, false);
        inside.marginWidth = 10;
        inside.marginHeight = 4;
        panel.setLayout(inside);
        Canvas glass = new Canvas(panel, SWT.DOUBLE_BUFFERED);
        glass.setBackground(panel.getBackground());
        GridData square = new GridData(16, 16);
        glass.setLayoutData(square);
        glass.addPaintListener(
                event -> Icon.SEARCH.draw(event.gc, look.color(look.palette().faint()), 0, 0, 16));
        // Not a Text: without a border GTK draws a frame of its own around that.
        StyledText field = new StyledText(panel, SWT.SINGLE);
        field.setData("org.eclipse.e4.ui.css.id", "search");
        field.setFont(look.body());
        field.setMargins(2, 3, 2, 3);
        field.setBackground(panel.getBackground());
        field.setForeground(look.color(look.palette().text()));
        field.setSelectionBackground(look.color(look.palette().selection()));
        field.setSelectionForeground(look.color(look.palette().text()));
        field.setText(model.sessions().query());
        field.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        field.addModifyListener(event -> searchSoon());
        field.addPaintListener(event -> {
            if (field.getCharCount() == 0) {
                event.gc.setForeground(look.color(look.palette().faint()));
                event.gc.drawText(texts.text("sessions.search"), 2, 3, true);
            }
        });
        field.addVerifyKeyListener(event -> {
            if (event.keyCode == SWT.ESC) {
                field.setText("");
            } else if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.CR) {
                event.doit = false;
                list.setFocus();
            }
        });
        field.addTraverseListener(event -> {
            boolean tab = event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS;
            event.doit |= tab;
        });
        field.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = texts.text("sessions.search");
            }
        });
        panel.follow(field);
        return field;
    }

    private void searchSoon() {
        int mine = ++searches;
        getDisplay().timerExec(SEARCH_PAUSE_MILLIS, () -> {
            if (mine == searches && !search.isDisposed()) {
                model.sessions().search(search.getText());
            }
        });
    }

    private void footer(Actions actions) {
        Composite footer = new Composite(this, SWT.NONE);
        footer.setBackground(getBackground());
        footer.setLayoutData(new GridData(SWT.FILL, SWT.END, true, false));
        GridLayout row = new GridLayout(2, false);
        row.marginWidth = 0;
        row.marginHeight = 0;
        footer.setLayout(row);
        FlatButton settings =
                new FlatButton(footer, look, FlatButton.Kind.GHOST, Icon.SETTINGS, texts.text("footer.preferences"));
        settings.addListener(SWT.Selection, event -> actions.command("io.liying.command.preferences"));
        boolean dark = look.palette().equals(io.liying.workbench.ui.kit.Palette.DARK);
        FlatButton theme = new FlatButton(
                footer, look, FlatButton.Kind.GHOST, dark ? Icon.SUN : Icon.MOON, texts.text("footer.theme"));
        theme.setData("org.eclipse.e4.ui.css.id", "toggle-theme");
        theme.addListener(SWT.Selection, event -> actions.toggleTheme());
    }

    void show() {
        list.show();
    }

    void focusSearch() {
        search.setFocus();
        search.selectAll();
    }
}

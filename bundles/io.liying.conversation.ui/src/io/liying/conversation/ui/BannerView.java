package io.liying.conversation.ui;

import io.liying.conversation.api.Notice;
import io.liying.conversation.ui.model.ConversationModel;
import io.liying.workbench.ui.kit.FlatButton;
import io.liying.workbench.ui.kit.Icon;
import io.liying.workbench.ui.kit.Look;
import io.liying.workbench.ui.kit.Texts;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** What rang: one row each until it is dismissed, with a beep when it comes. */
final class BannerView extends Composite {

    private final ConversationModel model;
    private final Look look;
    private final Texts texts;
    private List<Notice> shown = List.of();

    BannerView(Composite parent, Look look, Texts texts, ConversationModel model) {
        super(parent, SWT.NONE);
        this.model = model;
        this.look = look;
        this.texts = texts;
        setBackground(look.color(look.palette().background()));
        setData("org.eclipse.e4.ui.css.id", "notices");
        GridLayout layout = new GridLayout();
        layout.marginWidth = 16;
        layout.marginHeight = 0;
        layout.verticalSpacing = 6;
        setLayout(layout);
        show(false);
    }

    /** Shows the notices; a new one is heard if {@code audible}. */
    void show(boolean audible) {
        List<Notice> notices = model.notices().notices();
        if (notices.equals(shown)) {
            return;
        }
        if (audible && notices.size() > shown.size()) {
            getDisplay().beep();
        }
        shown = notices;
        for (Control row : getChildren()) {
            row.dispose();
        }
        notices.forEach(this::row);
        getParent().layout(true, true);
    }

    private void row(Notice notice) {
        Composite row = new Composite(this, SWT.DOUBLE_BUFFERED);
        row.setBackground(look.color(look.palette().notice()));
        row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        GridLayout layout = new GridLayout(3, false);
        layout.marginWidth = 12;
        row.setLayout(layout);
        Canvas bell = new Canvas(row, SWT.DOUBLE_BUFFERED);
        bell.setBackground(row.getBackground());
        bell.setLayoutData(new GridData(20, 20));
        bell.addPaintListener(
                event -> Icon.BELL.draw(event.gc, look.color(look.palette().text()), 0, 0, 20));
        Label text = new Label(row, SWT.WRAP);
        text.setText(notice.text().replace("&", "&&"));
        text.setFont(look.bold());
        text.setBackground(row.getBackground());
        text.setForeground(look.color(look.palette().text()));
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        FlatButton close = new FlatButton(row, look, FlatButton.Kind.GHOST, Icon.CLOSE, texts.text("notice.dismiss"));
        close.setData("org.eclipse.e4.ui.css.id", "dismiss-" + notice.id());
        close.addListener(SWT.Selection, event -> model.notices().dismiss(notice.id()));
    }
}

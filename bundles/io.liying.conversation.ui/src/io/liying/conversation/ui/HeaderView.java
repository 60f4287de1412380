package io.liying.conversation.ui;

import io.liying.conversation.ui.model.ConversationModel;
import io.liying.workbench.ui.kit.FlatButton;
import io.liying.workbench.ui.kit.Icon;
import io.liying.workbench.ui.kit.Look;
import io.liying.workbench.ui.kit.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** The title of the shown session and what can be done with it. */
final class HeaderView extends Composite {

    private final ConversationModel model;
    private final Texts texts;
    private final Label title;
    private final FlatButton export;

    HeaderView(Composite parent, Look look, Texts texts, ConversationModel model, Actions actions) {
        super(parent, SWT.NONE);
        this.model = model;
        this.texts = texts;
        setBackground(look.color(look.palette().background()));
        GridLayout layout = new GridLayout(3, false);
        layout.marginWidth = 16;
        layout.marginHeight = 9;
        layout.horizontalSpacing = 4;
        setLayout(layout);
        title = new Label(this, SWT.NONE);
        title.setFont(look.bold());
        title.setBackground(getBackground());
        title.setForeground(look.color(look.palette().text()));
        title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        export = new FlatButton(this, look, FlatButton.Kind.GHOST, Icon.EXPORT, texts.text("header.export"));
        export.addListener(SWT.Selection, event -> model.currentSession().ifPresent(actions::export));
        FlatButton inspector =
                new FlatButton(this, look, FlatButton.Kind.GHOST, Icon.PANEL, texts.text("header.inspector"));
        inspector.setData("org.eclipse.e4.ui.css.id", "toggle-inspector");
        inspector.addListener(SWT.Selection, event -> actions.toggleInspector());
        show();
    }

    void show() {
        String shown =
                model.title().orElse(texts.text(model.bubbles().isEmpty() ? "sessions.new" : "sessions.current"));
        title.setText(shown.replace("&", "&&"));
        export.setEnabled(model.currentSession().isPresent());
    }
}

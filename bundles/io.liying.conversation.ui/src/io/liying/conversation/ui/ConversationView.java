package io.liying.conversation.ui;

import io.liying.conversation.ui.model.ConversationModel;
import io.liying.conversation.ui.model.ConversationModel.Change;
import io.liying.workbench.ui.kit.Appearance;
import io.liying.workbench.ui.kit.Look;
import io.liying.workbench.ui.kit.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** All widgets of the conversation in one appearance and one language; another appearance means another view. */
final class ConversationView extends Composite {

    private final ConversationModel model;
    private final Look look;
    private final SessionsView sessions;
    private final HeaderView header;
    private final BannerView banner;
    private final Composite middle;
    private final StackLayout stack = new StackLayout();
    private final WelcomeView welcome;
    private final TranscriptView transcript;
    private final ComposerView composer;
    private final InspectorView inspector;
    private final Consumer<Change> listener = this::changed;
    private Optional<String> shownSession;

    ConversationView(
            Composite parent,
            Appearance appearance,
            Texts texts,
            ConversationModel model,
            Columns columns,
            Actions actions) {
        super(parent, SWT.NONE);
        this.model = model;
        look = new Look(getDisplay(), appearance);
        setBackground(look.color(look.palette().line()));
        setLayout(columns);
        sessions = new SessionsView(this, look, texts, model, actions);
        Composite centre = new Composite(this, SWT.NONE);
        centre.setBackground(look.color(look.palette().background()));
        GridLayout rows = new GridLayout();
        rows.marginWidth = 0;
        rows.marginHeight = 0;
        rows.verticalSpacing = 0;
        centre.setLayout(rows);
        inspector = new InspectorView(this, look, texts, model);
        inspector.setData("org.eclipse.e4.ui.css.id", "inspector");
        header = filling(new HeaderView(centre, look, texts, model, actions), false);
        banner = filling(new BannerView(centre, look, texts, model), false);
        middle = filling(new Composite(centre, SWT.NONE), true);
        middle.setLayout(stack);
        welcome = new WelcomeView(middle, look, texts, model, this::focusComposer);
        transcript = new TranscriptView(middle, look, texts, model);
        transcript.setData("org.eclipse.e4.ui.css.id", "transcript");
        composer = filling(new ComposerView(centre, look, texts, model), false);
        shownSession = model.currentSession();
        showMiddle(true);
        model.listen(listener);
        addListener(SWT.Dispose, event -> {
            model.forget(listener);
            getDisplay().asyncExec(look::dispose);
        });
    }

    private static <T extends Control> T filling(T control, boolean vertically) {
        control.setLayoutData(new GridData(SWT.FILL, vertically ? SWT.FILL : SWT.CENTER, true, vertically));
        return control;
    }

    private void changed(Change change) {
        switch (change) {
            case ENGINE -> {
                welcome.show();
                composer.show();
            }
            case SESSIONS -> {
                sessions.show();
                header.show();
            }
            case TRANSCRIPT -> {
                boolean another = shownSession.isPresent() && !shownSession.equals(model.currentSession());
                shownSession = model.currentSession();
                showMiddle(another);
                composer.show();
                header.show();
                inspector.show();
            }
            case INSPECTED -> {
                transcript.redraw();
                inspector.show();
            }
            case SUGGESTIONS -> welcome.show();
            case NOTICES -> banner.show(true);
            case VOICE -> composer.showVoice();
            case LEVEL -> composer.showLevel();
        }
    }

    private void showMiddle(boolean anotherSession) {
        stack.topControl = model.bubbles().isEmpty() ? welcome : transcript;
        middle.layout();
        transcript.show(anotherSession);
    }

    void focusComposer() {
        composer.setFocus();
    }

    void focusSearch() {
        sessions.focusSearch();
    }
}

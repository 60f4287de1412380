package io.liying.conversation.ui;

import io.liying.conversation.ui.model.ConversationModel;
import io.liying.conversation.ui.model.Suggestion;
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

/** What stands in the middle while a conversation is empty: a greeting and what one could say. */
final class WelcomeView extends Composite {

    private static final int LOGO = 56;
    private static final int AGAIN_MILLIS = 2_000;

    private final ConversationModel model;
    private final Look look;
    private final Texts texts;
    private final Runnable said;
    private final Label subtitle;
    private final Composite cards;
    private List<Suggestion> shown = List.of();

    /** @param said called after a suggestion was sent */
    WelcomeView(Composite parent, Look look, Texts texts, ConversationModel model, Runnable said) {
        super(parent, SWT.NONE);
        this.model = model;
        this.look = look;
        this.texts = texts;
        this.said = said;
        setBackground(look.color(look.palette().background()));
        setLayout(new GridLayout());
        Composite middle = new Composite(this, SWT.NONE);
        middle.setBackground(getBackground());
        middle.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, true));
        GridLayout column = new GridLayout();
        column.verticalSpacing = 10;
        middle.setLayout(column);
        Canvas logo = new Canvas(middle, SWT.DOUBLE_BUFFERED);
        logo.setBackground(getBackground());
        logo.addPaintListener(event -> Icon.drawLogo(event.gc, look, 0, 0, LOGO));
        GridData square = new GridData(LOGO, LOGO);
        square.horizontalAlignment = SWT.CENTER;
        logo.setLayoutData(square);
        Label title = label(middle, texts.text("welcome.title"), look.palette().text());
        title.setFont(look.title());
        subtitle = label(middle, "", look.palette().muted());
        cards = new Composite(middle, SWT.NONE);
        cards.setBackground(getBackground());
        cards.setData("org.eclipse.e4.ui.css.id", "suggestions");
        GridLayout grid = new GridLayout(2, true);
        grid.marginTop = 16;
        grid.horizontalSpacing = 12;
        grid.verticalSpacing = 12;
        cards.setLayout(grid);
        cards.setLayoutData(new GridData(SWT.CENTER, SWT.TOP, true, false));
        show();
        lookAgain();
    }

    private Label label(Composite parent, String text, int color) {
        Label label = new Label(parent, SWT.CENTER);
        label.setText(text);
        label.setFont(look.body());
        label.setBackground(getBackground());
        label.setForeground(look.color(color));
        label.setLayoutData(new GridData(SWT.CENTER, SWT.TOP, true, false));
        return label;
    }

    /** Skills come and go without a sign, so an empty conversation asks now and then. */
    private void lookAgain() {
        getDisplay().timerExec(AGAIN_MILLIS, () -> {
            if (!isDisposed()) {
                if (isVisible()) {
                    model.refreshSuggestions();
                }
                lookAgain();
            }
        });
    }

    void show() {
        subtitle.setText(texts.text(model.isReady() ? "welcome.subtitle" : "engine.starting"));
        if (!shown.equals(model.suggestions())) {
            shown = model.suggestions();
            for (Control card : cards.getChildren()) {
                card.dispose();
            }
            for (Suggestion suggestion : shown) {
                SuggestionCard card = new SuggestionCard(cards, look, suggestion);
                card.addListener(SWT.Selection, event -> {
                    model.send(suggestion.phrase());
                    said.run();
                });
            }
        }
        layout(true, true);
    }
}

package io.liying.conversation.ui;

import io.liying.conversation.ui.model.ConversationModel;
import io.liying.conversation.ui.model.Insight;
import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.Ranked;
import io.liying.workbench.ui.kit.Look;
import io.liying.workbench.ui.kit.SmoothCanvas;
import io.liying.workbench.ui.kit.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;

/** The panel at the right: what was understood in a turn, how surely and how fast. */
final class InspectorView extends SmoothCanvas {

    private static final int MARGIN = 18;

    private final ConversationModel model;
    private final Look look;
    private final Texts texts;

    InspectorView(Composite parent, Look look, Texts texts, ConversationModel model) {
        super(parent);
        this.model = model;
        this.look = look;
        this.texts = texts;
        setBackground(look.color(look.palette().side()));
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = texts.text("inspector.title") + "\n" + getData("shown");
            }
        });
        show();
    }

    void show() {
        setData("shown", model.insight().map(this::plain).orElse(""));
        relayout();
    }

    /** The same as a text: for tests and for whoever cannot see. */
    private String plain(Insight insight) {
        List<String> lines = new ArrayList<>();
        lines.add((name(insight.language()) + " " + percent(insight.languageConfidence())).strip());
        lines.add((intent(insight) + " " + percent(insight.intentConfidence())).strip());
        insight.translation().ifPresent(translation -> lines.add(translation(translation)));
        insight.entities().forEach(found -> lines.add(found.type() + ": " + found.text() + " = " + found.value()));
        insight.total().ifPresent(total -> lines.add(millis(total)));
        return String.join("\n", lines);
    }

    private String translation(Insight.Translation translation) {
        String from = name(translation.from());
        return translation
                .by()
                .map(service -> texts.text("inspector.translated", from, service))
                .orElseGet(() -> texts.text("inspector.untranslated", from));
    }

    private String intent(Insight insight) {
        return insight.intent().orElse(texts.text("inspector.noIntent"));
    }

    @Override
    protected int arrange(int width) {
        GC gc = new GC(this);
        int height = sheet(gc, width, 0, false).height();
        gc.dispose();
        return height;
    }

    @Override
    protected void draw(GC gc, Rectangle area) {
        sheet(gc, area.width, -origin(), true);
    }

    private InspectorSheet sheet(GC gc, int width, int top, boolean visible) {
        InspectorSheet sheet = new InspectorSheet(gc, look, MARGIN, top + MARGIN, width - 2 * MARGIN, visible);
        sheet.title(texts.text("inspector.title"));
        Optional<Insight> insight = model.insight();
        if (insight.isEmpty()) {
            sheet.paragraph(texts.text("inspector.empty"));
            return sheet;
        }
        language(sheet, insight.get());
        intent(sheet, insight.get());
        entities(sheet, insight.get().entities());
        timings(sheet, insight.get());
        context(sheet, insight.get().context());
        return sheet;
    }

    private String name(Language language) {
        return language.locale().getDisplayLanguage(texts.language().locale());
    }

    private static String percent(OptionalDouble confidence) {
        return confidence.isPresent() ? Math.round(confidence.getAsDouble() * 100) + " %" : "";
    }

    private void language(InspectorSheet sheet, Insight insight) {
        sheet.heading(texts.text("inspector.language"));
        sheet.line(name(insight.language()), percent(insight.languageConfidence()));
        insight.languageConfidence().ifPresent(sheet::bar);
        List<String> others = new ArrayList<>();
        for (Ranked<Language> other : insight.otherLanguages()) {
            if (other.confidence() >= 0.005) {
                others.add(name(other.value()) + " " + percent(OptionalDouble.of(other.confidence())));
            }
        }
        if (!others.isEmpty()) {
            sheet.paragraph(String.join(" · ", others));
        }
    }

    private void intent(InspectorSheet sheet, Insight insight) {
        sheet.heading(texts.text("inspector.intent"));
        sheet.line(intent(insight), percent(insight.intentConfidence()));
        insight.intentConfidence().ifPresent(sheet::bar);
        for (Ranked<String> other : insight.otherIntents()) {
            sheet.quiet(other.value(), percent(OptionalDouble.of(other.confidence())), other.confidence());
        }
        insight.translation().ifPresent(translation -> sheet.paragraph(translation(translation)));
    }

    private void entities(InspectorSheet sheet, List<Entity> entities) {
        sheet.heading(texts.text("inspector.entities"));
        if (entities.isEmpty()) {
            sheet.paragraph(texts.text("inspector.none"));
        }
        for (Entity entity : entities) {
            sheet.chip(texts.textOr("entity." + entity.type(), entity.type()), entity.text(), entity.value());
        }
    }

    private void timings(InspectorSheet sheet, Insight insight) {
        if (insight.timings().isEmpty()) {
            return;
        }
        sheet.heading(texts.text("inspector.timings"));
        Map<String, Duration> stages = insight.stages();
        double longest =
                stages.values().stream().mapToDouble(Duration::toNanos).max().orElse(1);
        stages.forEach((stage, time) -> sheet.quiet(
                texts.textOr("stage." + stage, stage), millis(time), time.toNanos() / Math.max(1, longest)));
        insight.total().ifPresent(total -> sheet.line(texts.text("inspector.total"), millis(total)));
    }

    private String millis(Duration time) {
        Locale locale = texts.language().locale();
        double millis = time.toNanos() / 1e6;
        return String.format(locale, millis < 10 ? "%.2f ms" : "%.0f ms", millis);
    }

    private void context(InspectorSheet sheet, Map<String, Object> context) {
        if (!context.isEmpty()) {
            sheet.heading(texts.text("inspector.context"));
            context.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(entry -> sheet.pair(entry.getKey(), String.valueOf(entry.getValue())));
        }
    }
}

package io.liying.workbench.ui;

import io.liying.workbench.ui.kit.Appearance;
import io.liying.workbench.ui.kit.FlatButton;
import io.liying.workbench.ui.kit.Sheet;
import io.liying.workbench.ui.kit.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.jface.bindings.keys.ParseException;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** Shows which keys do what. */
final class ShortcutsHandler {

    @Execute
    void show(Shell owner, Appearance appearance) throws ParseException {
        Texts texts = new Texts(ShortcutsHandler.class, appearance.language());
        Sheet sheet = new Sheet(owner, appearance, texts.text("shortcuts.title"));
        for (Map.Entry<String, String> each : shortcuts().entrySet()) {
            Label keys = sheet.label(KeySequence.getInstance(each.getKey()).format());
            keys.setFont(sheet.look().bold());
            keys.setForeground(sheet.look().color(sheet.look().palette().accentText()));
            GridData data = new GridData();
            data.widthHint = 150;
            keys.setLayoutData(data);
            sheet.label(texts.text(each.getValue()));
        }
        sheet.button(FlatButton.Kind.TONAL, texts.text("button.close"), () -> {})
                .setFocus();
        sheet.open();
    }

    private static Map<String, String> shortcuts() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("ENTER", "shortcuts.send");
        all.put("SHIFT+ENTER", "shortcuts.newline");
        all.put("ESC", "shortcuts.stop");
        all.put("M1+N", "command.new");
        all.put("M1+F", "command.find");
        all.put("F2", "command.rename");
        all.put("M1+E", "command.export");
        all.put("M1+I", "command.inspector");
        all.put("M1+A", "shortcuts.selectAll");
        all.put("M1+C", "command.copy");
        all.put("PAGE_UP", "shortcuts.scroll");
        all.put("M1+,", "command.preferences");
        all.put("M1+Q", "command.quit");
        return all;
    }
}

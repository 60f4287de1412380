package io.liying.workbench.ui.kit;

/**
 * The colours of one theme as {@code 0xRRGGBB}; the browser app has the same.
 *
 * @param background behind the conversation
 * @param side behind the panels at the sides
 * @param surface of bubbles, fields and dialogs
 * @param line of borders
 * @param track behind bars
 * @param hover under the mouse
 * @param text to read
 * @param muted second to the text
 * @param faint hints
 * @param accent the brand
 * @param onAccent text on the brand
 * @param accentSoft a tint of the brand for backgrounds
 * @param accentText the brand as text
 * @param selection behind selected text
 * @param danger failures
 * @param dangerSoft behind failures
 * @param notice behind what rings
 */
public record Palette(
        int background,
        int side,
        int surface,
        int line,
        int track,
        int hover,
        int text,
        int muted,
        int faint,
        int accent,
        int onAccent,
        int accentSoft,
        int accentText,
        int selection,
        int danger,
        int dangerSoft,
        int notice) {

    public static final Palette LIGHT = new Palette(
            0xFAFAFB, 0xF3F3F6, 0xFFFFFF, 0xE4E4E9, 0xE9E9EF, 0xEAEAEF, 0x1C1C21, 0x5A5A65, 0x6A6A75, 0x5B5BD6,
            0xFFFFFF, 0xECECFB, 0x4B4BC3, 0xC9C9F5, 0xB92D34, 0xFDEDED, 0xFFF6DF);

    public static final Palette DARK = new Palette(
            0x111113, 0x18191B, 0x1F2023, 0x2E2F34, 0x2A2B30, 0x26272B, 0xEDEEF0, 0xA9ABB4, 0x8F919B, 0x5B5BD6,
            0xFFFFFF, 0x24234A, 0xB1A9FF, 0x46469C, 0xF2777A, 0x3A1D20, 0x3A3018);
}

package io.liying.nlu.slot;

/**
 * Particles at the end of Korean words. Those that change with the sound before them count as one, and only where they
 * agree with it: 를 follows a vowel, 을 a consonant.
 */
final class Particles {

    static final int NONE = 0;

    /** The only final consonant that 로 follows as it follows a vowel. */
    private static final int RIEUL = 8;

    private static final String[][] FORMS = {
        {"를", "을"},
        {"가", "이"},
        {"는", "은"},
        {"와", "과"},
        {"로", "으로"},
        {"랑", "이랑"},
        {"라고", "이라고"},
        {"라는", "이라는"},
        {"에", "에"},
        {"에서", "에서"},
        {"의", "의"},
        {"도", "도"},
        {"만", "만"},
        {"하고", "하고"},
        {"까지", "까지"},
        {"부터", "부터"},
        {"한테", "한테"},
        {"에게", "에게"}
    };

    private Particles() {}

    /** Which particle the end of a word is, or {@link #NONE}. */
    static int at(String text, int start, int end) {
        if (start == 0 || end - start > 3 || end <= start) {
            return NONE;
        }
        char before = text.charAt(start - 1);
        for (int i = 0; i < FORMS.length; i++) {
            String form = text.substring(start, end);
            boolean either = form.equals(FORMS[i][0]) || form.equals(FORMS[i][1]);
            if (either && (!isHangul(before) || form.equals(FORMS[i][form(i, before)]))) {
                return i + 1;
            }
        }
        return NONE;
    }

    /** The particle in the form that agrees with what is before it now. */
    static String agreeing(int particle, char before) {
        return FORMS[particle - 1][form(particle - 1, before)];
    }

    private static int form(int index, char before) {
        int sound = isHangul(before) ? (before - '가') % 28 : 0;
        boolean vowel = sound == 0 || sound == RIEUL && FORMS[index][0].equals("로");
        return vowel ? 0 : 1;
    }

    private static boolean isHangul(char c) {
        return c >= '가' && c <= '힣';
    }
}

package io.liying.nlu.language;

/**
 * How much of a text is written in which script, counted in one pass.
 *
 * @param latinLetters letters in Latin script
 * @param latinWords runs of them
 * @param hangul Korean syllables and letters
 * @param koreanEndings words that end as Korean particles and verbs do
 * @param kana Japanese syllables, the Chinese ornament {@code の} between characters aside
 * @param kanaRuns runs of them that no quotation mark precedes
 * @param han Chinese characters
 * @param chinese the logit of Chinese against Japanese by those characters
 * @param frame the script that begins the text as a Chinese sentence does, or ends it as a Korean or Japanese verb does;
 *     what other scripts are in between are names and quotations
 */
record Scripts(
        int latinLetters,
        int latinWords,
        int hangul,
        int koreanEndings,
        int kana,
        int kanaRuns,
        int han,
        double chinese,
        Frame frame) {

    enum Frame {
        NONE,
        KOREAN,
        CHINESE,
        JAPANESE
    }

    private static final String KOREAN_ENDINGS = "줘요까다래해야니어아지은는이가을를에서로의도만게고면자라나며기네죠뭐돼워와과봐냐랑";
    private static final String KOREAN_VERBS = "줘까야켜꺼봐래냐어";
    private static final String JAPANESE_VERBS = "てかいよね";
    private static final String QUOTES = "「『“‘\"'《";
    private static final int MOST_CHARACTERS = 1000;

    static Scripts of(String text, HanModel model) {
        int latinLetters = 0;
        int latinWords = 0;
        int hangul = 0;
        int koreanEndings = 0;
        int kana = 0;
        int kanaRuns = 0;
        int ornaments = 0;
        int han = 0;
        double chinese = 0;
        char before = ' ';
        char first = ' ';
        char last = ' ';
        int length = Math.min(text.length(), MOST_CHARACTERS);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (LatinFeatures.isLatin(c)) {
                latinLetters++;
                latinWords += LatinFeatures.isLatin(before) ? 0 : 1;
            } else if (isHangul(c)) {
                hangul++;
                boolean ends = i + 1 == length || !isHangul(text.charAt(i + 1));
                koreanEndings += ends && KOREAN_ENDINGS.indexOf(c) >= 0 ? 1 : 0;
            } else if (isKana(c)) {
                kana++;
                boolean starts = !isKana(before);
                kanaRuns += starts && QUOTES.indexOf(before) < 0 ? 1 : 0;
                boolean alone = starts && (i + 1 == length || !isKana(text.charAt(i + 1)));
                ornaments += alone && c == 'の' ? 1 : 0;
            } else if (HanModel.isHan(c)) {
                han++;
                chinese += model.evidence(before, c);
            }
            if (Character.isLetter(c)) {
                first = first == ' ' ? c : first;
                last = c;
            }
            before = c;
        }
        if (kana == ornaments && chinese > 0) {
            kana = 0;
            kanaRuns = 0;
        }
        Frame frame = frame(first, last, kana == 0 && chinese > 0);
        return new Scripts(latinLetters, latinWords, hangul, koreanEndings, kana, kanaRuns, han, chinese, frame);
    }

    private static Frame frame(char first, char last, boolean chinese) {
        if (KOREAN_VERBS.indexOf(last) >= 0) {
            return Frame.KOREAN;
        }
        if (JAPANESE_VERBS.indexOf(last) >= 0) {
            return Frame.JAPANESE;
        }
        return chinese && HanModel.isHan(first) ? Frame.CHINESE : Frame.NONE;
    }

    /** Whether every letter belongs to the four languages in Latin script. */
    boolean onlyLatin() {
        return latinLetters > 0 && hangul == 0 && kana == 0 && han == 0;
    }

    /** Whether the text is one word of Latin script, or a few Chinese characters. */
    boolean oneWord() {
        return hangul == 0 && kana == 0 && (han == 0 ? latinWords == 1 : latinWords == 0 && han <= 4);
    }

    boolean none() {
        return latinLetters == 0 && hangul == 0 && kana == 0 && han == 0;
    }

    private static boolean isHangul(char c) {
        return c >= '가' && c <= '힣' || c >= 'ㄱ' && c <= 'ㆎ' || c >= 'ᄀ' && c <= 'ᇿ';
    }

    private static boolean isKana(char c) {
        return c >= 'ぁ' && c <= 'ゖ' || c >= 'ァ' && c <= 'ヺ' || c == 'ー' || c >= 'ｦ' && c <= 'ﾝ';
    }
}

package io.liying.speech.espeak;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers in kanji with what they count: 三百 is サンビャク, 四時 is ヨジ, 十分 is ジュップン. */
final class JapaneseCounts {

    private static final Pattern COUNT =
            Pattern.compile("([〇一二三四五六七八九十百千万億]+)(点[〇一二三四五六七八九]+)?(年間|時間|分間|日間|ヶ月|か月|年|月|日|時|分|秒|人|個|本|匹|回|歳|階|杯|円)?");

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String[] SOUNDS = {"ゼロ", "イチ", "ニ", "サン", "ヨン", "ゴ", "ロク", "ナナ", "ハチ", "キュウ"};
    private static final String[] DAYS = {"", "ツイタチ", "フツカ", "ミッカ", "ヨッカ", "イツカ", "ムイカ", "ナノカ", "ヨウカ", "ココノカ", "トオカ"};

    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("年", "ネン"),
            Map.entry("月", "ガツ"),
            Map.entry("日", "ニチ"),
            Map.entry("時", "ジ"),
            Map.entry("秒", "ビョウ"),
            Map.entry("人", "ニン"),
            Map.entry("円", "エン"),
            Map.entry("時間", "ジカン"),
            Map.entry("年間", "ネンカン"),
            Map.entry("日間", "ニチカン"));

    /** Counters before which the last sound of some numbers doubles: the doubled sound, after n, and else. */
    private static final Map<String, String[]> CHANGING = Map.of(
            "分", new String[] {"プン", "プン", "フン"},
            "分間", new String[] {"プンカン", "プンカン", "フンカン"},
            "本", new String[] {"ポン", "ボン", "ホン"},
            "匹", new String[] {"ピキ", "ビキ", "ヒキ"},
            "杯", new String[] {"パイ", "バイ", "ハイ"},
            "個", new String[] {"コ", "コ", "コ"},
            "回", new String[] {"カイ", "カイ", "カイ"},
            "階", new String[] {"カイ", "ガイ", "カイ"},
            "歳", new String[] {"サイ", "サイ", "サイ"},
            "ヶ月", new String[] {"カゲツ", "カゲツ", "カゲツ"});

    String read(String text) {
        return COUNT.matcher(text).replaceAll(found -> Matcher.quoteReplacement(sound(found, text)));
    }

    private static String sound(MatchResult found, String text) {
        String number = found.group(1);
        boolean partOfWord = number.length() == 1
                && found.group(2) == null
                && (found.group(3) == null
                        || found.group(3).equals("人")
                        || found.group(3).equals("日"))
                && isKanji(text, found.end());
        if (partOfWord) {
            return found.group();
        }
        String fraction = found.group(2);
        String counter = "か月".equals(found.group(3)) ? "ヶ月" : found.group(3);
        if (fraction != null) {
            return spell(number) + "テン" + digits(fraction.substring(1)) + (counter == null ? "" : plain(counter));
        }
        if (number.length() > 1 && number.chars().allMatch(digit -> DIGITS.indexOf(digit) >= 0)) {
            return digits(number) + (counter == null ? "" : plain(counter));
        }
        return counter == null ? spell(number) : counted(number, counter);
    }

    private static boolean isKanji(String text, int index) {
        return index < text.length() && Character.UnicodeScript.of(text.charAt(index)) == Character.UnicodeScript.HAN;
    }

    private static String plain(String counter) {
        String[] changing = CHANGING.get(counter);
        return changing == null ? PLAIN.getOrDefault(counter, counter) : changing[2];
    }

    private static String counted(String number, String counter) {
        if (counter.equals("日") && value(number) > 0) {
            return day(number);
        }
        if (counter.equals("人") && (number.equals("一") || number.equals("二"))) {
            return number.equals("一") ? "ヒトリ" : "フタリ";
        }
        if (counter.equals("歳") && number.equals("二十")) {
            return "ハタチ";
        }
        char last = number.charAt(number.length() - 1);
        String before = spell(number);
        String[] changing = CHANGING.get(counter);
        if (changing != null) {
            return changed(before, last, counter, changing);
        }
        String sound = PLAIN.getOrDefault(counter, counter);
        boolean yo = counter.startsWith("時") || counter.startsWith("年") || counter.equals("人") || counter.equals("円");
        if (last == '四' && (yo || counter.equals("月"))) {
            String stem = before.substring(0, before.length() - 2);
            return stem + (counter.equals("月") ? "シ" : "ヨ") + sound;
        }
        if (last == '七' && (counter.startsWith("時") || counter.equals("月"))) {
            return before.substring(0, before.length() - 2) + "シチ" + sound;
        }
        if (last == '九' && (counter.startsWith("時") || counter.equals("月"))) {
            return before.substring(0, before.length() - 3) + "ク" + sound;
        }
        return before + sound;
    }

    private static String day(String number) {
        long day = value(number);
        if (day <= 10) {
            return DAYS[(int) day];
        }
        if (day == 20) {
            return "ハツカ";
        }
        return day == 14 || day == 24 ? spell(number.substring(0, number.length() - 1)) + "ヨッカ" : spell(number) + "ニチ";
    }

    private static String changed(String before, char last, String counter, String[] sounds) {
        boolean doubles =
                last == '一' || last == '八' || last == '十' || (last == '六' && !counter.equals("歳")) || last == '百';
        if (doubles) {
            return before.substring(0, before.length() - 1) + "ッ" + sounds[0];
        }
        if (last == '三') {
            return before + sounds[1];
        }
        return before + (last == '四' && counter.startsWith("分") ? sounds[0] : sounds[2]);
    }

    private static String digits(String row) {
        StringBuilder sounds = new StringBuilder();
        row.chars().forEach(digit -> sounds.append(SOUNDS[DIGITS.indexOf(digit)]));
        return sounds.toString();
    }

    private static long value(String number) {
        long value = 0;
        long digit = 0;
        for (char character : number.toCharArray()) {
            int found = DIGITS.indexOf(character);
            if (found >= 0) {
                digit = digit * 10 + found;
            } else if (character == '十') {
                value += Math.max(1, digit) * 10;
                digit = 0;
            } else {
                return 0;
            }
        }
        return value + digit;
    }

    private static String spell(String number) {
        StringBuilder sounds = new StringBuilder();
        int digit = -1;
        for (char character : number.toCharArray()) {
            int found = DIGITS.indexOf(character);
            if (found >= 0) {
                sounds.append(digit >= 0 ? SOUNDS[digit] : "");
                digit = found;
            } else {
                sounds.append(power(character, digit));
                digit = -1;
            }
        }
        return sounds.append(digit >= 0 ? SOUNDS[digit] : "").toString();
    }

    private static String power(char power, int digit) {
        String before = digit < 0 || (digit == 1 && power != '万' && power != '億') ? "" : SOUNDS[digit];
        return switch (power) {
            case '十' -> before + "ジュウ";
            case '百' ->
                switch (digit) {
                    case 3 -> "サンビャク";
                    case 6 -> "ロッピャク";
                    case 8 -> "ハッピャク";
                    default -> before + "ヒャク";
                };
            case '千' ->
                switch (digit) {
                    case 3 -> "サンゼン";
                    case 8 -> "ハッセン";
                    default -> before + "セン";
                };
            case '万' -> before + "マン";
            default -> before + "オク";
        };
    }
}

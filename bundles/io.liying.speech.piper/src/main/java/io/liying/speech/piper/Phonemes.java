package io.liying.speech.piper;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Text as phonemes, by eSpeak NG in a process of its own, and phonemes as the numbers that a voice reads. */
final class Phonemes {

    private static final int MOST_SECONDS = 5;
    private static final String BEGIN = "^";
    private static final String END = "$";
    private static final String PAD = "_";
    private static final String PAUSES = ".,;:!?";
    private static final String MANDARIN = "cmn";
    private static final String PINYIN = "cmn-latn-pinyin";
    private static final String ENGLISH = "(en)";
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]");

    /** What eSpeak NG writes where it reads a word in another language, such as "(en)". */
    private static final Pattern LANGUAGE_SWITCH = Pattern.compile("\\([a-z-]+\\)");

    private final String command;

    /** Which voice reads Chinese characters. */
    private volatile String mandarin = MANDARIN;

    Phonemes(String command) {
        this.command = command;
    }

    /** @throws IOException if eSpeak NG cannot be started or says nothing */
    String of(String text, String voice) throws IOException, InterruptedException {
        String said = said(text, voice.equals(MANDARIN) ? mandarin : voice);
        if (voice.equals(MANDARIN)
                && mandarin.equals(MANDARIN)
                && said.contains(ENGLISH)
                && said(LATIN.matcher(text).replaceAll(""), MANDARIN).contains(ENGLISH)) {
            // Version 1.51 of eSpeak NG spells the pinyin of a character in English.
            mandarin = PINYIN;
            said = said(text, PINYIN);
        }
        return LANGUAGE_SWITCH.matcher(said).replaceAll("") + lastPause(text);
    }

    private String said(String text, String voice) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command, "-q", "--ipa", "-v", voice, "-b", "1", "--stdin")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            // The answer is a few kilobytes at the most, so it fits into the pipe while the text is written.
            try (OutputStream out = process.getOutputStream()) {
                out.write(text.replace('\n', ' ').getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(command + " gave no phonemes");
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return said.lines().map(String::strip).reduce("", (a, b) -> a.isEmpty() ? b : a + ", " + b);
        } finally {
            process.destroyForcibly();
        }
    }

    /** eSpeak NG leaves punctuation out; a voice reads the end of a question from it. */
    private static String lastPause(String text) {
        String bare = text.strip();
        String last = bare.isEmpty() ? "" : bare.substring(bare.length() - 1);
        return PAUSES.contains(last) ? last : ".";
    }

    /** Each phoneme's numbers with a pad after each, between the signs of begin and end; unknown ones are left out. */
    static long[] numbers(String phonemes, Map<String, List<Long>> map) {
        List<Long> numbers = new ArrayList<>(map.getOrDefault(BEGIN, List.of()));
        List<Long> pad = map.getOrDefault(PAD, List.of());
        numbers.addAll(pad);
        Normalizer.normalize(phonemes, Normalizer.Form.NFD).codePoints().forEach(point -> {
            List<Long> known = map.get(Character.toString(point));
            if (known != null) {
                numbers.addAll(known);
                numbers.addAll(pad);
            }
        });
        numbers.addAll(map.getOrDefault(END, List.of()));
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }
}

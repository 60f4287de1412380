package io.liying.speech.wyoming;

import io.liying.i18n.api.Language;
import io.liying.speech.api.SpeechRecognition;
import io.liying.speech.api.voice.SpeechSynthesis;
import io.liying.speech.api.voice.Voice;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What LiYing can do, as the message {@code info} says it. */
final class Info {

    private static final Map<String, Object> ATTRIBUTION = Map.of("name", "LiYing", "url", "");

    private Info() {}

    static WyomingEvent of(Senses senses) {
        Map<String, Object> data = new TreeMap<>();
        for (String nothing : List.of("handle", "intent", "mic", "snd", "wake")) {
            data.put(nothing, List.of());
        }
        data.put("asr", senses.ears().map(Info::ears).orElse(List.of()));
        data.put("tts", senses.voice().map(Info::voice).orElse(List.of()));
        return new WyomingEvent("info", data);
    }

    private static List<Object> ears(SpeechRecognition ears) {
        List<Object> models = ears.engines().stream()
                .<Object>map(engine -> described(
                        engine.id(),
                        Map.of(
                                "languages",
                                engine.languages().stream()
                                        .map(Language::code)
                                        .sorted()
                                        .toList())))
                .toList();
        return List.of(described("liying", Map.of("models", models)));
    }

    private static List<Object> voice(SpeechSynthesis voice) {
        Map<String, TreeSet<String>> languages = voice.voices().stream()
                .collect(Collectors.groupingBy(
                        Voice::id,
                        TreeMap::new,
                        Collectors.mapping(one -> one.language().code(), Collectors.toCollection(TreeSet::new))));
        List<Object> voices = languages.entrySet().stream()
                .<Object>map(one -> described(one.getKey(), Map.of("languages", List.copyOf(one.getValue()))))
                .toList();
        return List.of(described("liying", Map.of("voices", voices)));
    }

    private static Map<String, Object> described(String name, Map<String, Object> more) {
        Map<String, Object> described = new TreeMap<>(more);
        described.put("name", name);
        described.put("description", name);
        described.put("attribution", ATTRIBUTION);
        described.put("installed", true);
        described.put("version", "1");
        return described;
    }
}

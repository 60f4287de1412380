package io.liying.bench;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.IntentExamples;
import io.liying.nlu.api.IntentModel;
import io.liying.nlu.api.SentenceEmbedder;
import io.liying.nlu.intent.LinearIntentTrainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Intents and texts of our own making for the benchmark "nlu-latency". */
final class NluFixture {

    /** Not among the examples, and so far from certain that the networks are asked. */
    static final String TEXT = "would you kindly alter the melody that i was given this morning";

    /** What people say shortly, where the language is hardest to tell, and longer. */
    static final List<String> TEXTS = List.of(
            "Timer 5 Minuten",
            "Wie wird das Wetter morgen früh in Hamburg?",
            "볼륨 업",
            "내일 오후 세 시에 회의 잡아 줘",
            "lights off",
            "please remind me to call the dentist on monday",
            "明日の天気",
            "七時に起こしてください",
            "现在几点",
            "帮我把明天的会议改到下午三点",
            "pon música",
            "¿qué tiempo hace hoy en Sevilla?",
            "éteins la lampe",
            "ajoute du lait et du pain à ma liste de courses");

    private static final List<String> ACTIONS =
            List.of("show", "start", "stop", "change", "delete", "find", "share", "explain", "count", "repeat");
    private static final List<String> THINGS = List.of(
            "timer",
            "alarm",
            "invoice",
            "recipe",
            "photo",
            "song",
            "meeting",
            "flight",
            "parcel",
            "password",
            "contract",
            "lamp",
            "heating",
            "playlist",
            "holiday");
    private static final List<String> FRAMES = List.of(
            "please %s the %s",
            "can you %s my %s for me",
            "%s %s",
            "i would like to %s that %s now",
            "could somebody %s the last %s from yesterday");

    private NluFixture() {}

    /** A model of 150 intents, as many as CLINC150 has. */
    static IntentModel model(Optional<SentenceEmbedder> embedder) {
        List<IntentExamples> examples = new ArrayList<>();
        for (String action : ACTIONS) {
            for (String thing : THINGS) {
                List<String> phrases = FRAMES.stream()
                        .map(frame -> frame.formatted(action, thing))
                        .toList();
                examples.add(new IntentExamples(thing + "." + action, Map.of(Language.ENGLISH, phrases)));
            }
        }
        return LinearIntentTrainer.of(0.5, embedder).trainFully(examples);
    }
}

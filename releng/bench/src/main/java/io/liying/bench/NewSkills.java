package io.liying.bench;

import io.liying.testkit.PluginJar;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Skills with phrases that nobody has said before, to find out how soon after its upload such a skill is understood. */
final class NewSkills {

    private static final List<String> NAMES = List.of("heron", "walrus", "lantern", "harbour", "piano");
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
    private static final long BETWEEN_QUESTIONS_MILLIS = 10;

    private record Made(String name, Path jar) {}

    private final List<Made> made = new ArrayList<>();

    /** @param folder where their files go */
    NewSkills(Path folder) throws Exception {
        for (String name : NAMES) {
            made.add(new Made(
                    name,
                    PluginJar.skill(
                                    name,
                                    "1.0.0",
                                    "return SkillAnswer.of(\"" + answer(name) + "\");",
                                    "ask the " + name,
                                    question(name),
                                    name + " please",
                                    "let the " + name + " speak",
                                    "say it " + name)
                            .build(folder.resolve(name + ".jar"))));
        }
    }

    private static String question(String name) {
        return "what does the " + name + " say";
    }

    private static String answer(String name) {
        return name + " is here";
    }

    /** Installs one after the other; the milliseconds from the begin of each upload to the first answer of the skill. */
    double[] install(URI server, PluginAdministration plugins) throws IOException, InterruptedException {
        double[] millis = new double[made.size()];
        for (int i = 0; i < millis.length; i++) {
            Made skill = made.get(i);
            long begin = System.nanoTime();
            FutureTask<Object> upload = new FutureTask<>(() -> plugins.install(skill.jar()));
            Thread.ofPlatform().daemon().name("upload").start(upload);
            millis[i] = (understood(server, skill.name(), begin) - begin) / 1e6;
            try {
                upload.get();
            } catch (ExecutionException failed) {
                throw new IOException("the skill " + skill.name() + " was not installed", failed.getCause());
            }
        }
        return millis;
    }

    /** When the skill's own answer came. */
    private static long understood(URI server, String name, long begin) throws IOException, InterruptedException {
        OpenLoad.Talk talk = Talks.anything(question(name));
        String session = null;
        String said = null;
        while (System.nanoTime() - begin < PATIENCE) {
            HttpLoad.Once once = HttpLoad.once(server, talk.body(0, session));
            session = session == null ? OpenLoad.member(once.body(), "session_id") : session;
            said = OpenLoad.member(once.body(), "text");
            if (answer(name).equals(said)) {
                return System.nanoTime();
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_QUESTIONS_MILLIS);
        }
        throw new IOException("the skill " + name + " was not understood within 30 s; last was said: " + said);
    }
}

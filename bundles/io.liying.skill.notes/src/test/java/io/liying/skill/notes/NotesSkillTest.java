package io.liying.skill.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.liying.i18n.api.Language;
import io.liying.i18n.core.MessageFiles;
import io.liying.nlu.api.Entity;
import io.liying.skill.api.PersonContext;
import io.liying.skill.api.SkillAnswer;
import io.liying.skill.api.SkillRequest;
import io.liying.storage.api.Durability;
import io.liying.storage.core.DatabaseSettings;
import io.liying.storage.core.GroupedDatabase;
import io.liying.storage.h2.H2Engine;
import io.liying.testkit.ManualClock;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NotesSkillTest {

    @TempDir
    private static Path folder;

    private static GroupedDatabase database;
    private static NotesSkill notes;

    private final ManualClock clock = ManualClock.at("2026-11-21T15:05+09:00[Asia/Seoul]");
    private String person = UUID.randomUUID().toString();

    @BeforeAll
    static void open() {
        H2Engine engine = new H2Engine();
        database = GroupedDatabase.open(
                engine, DatabaseSettings.at(engine.embeddedUrl(folder).orElseThrow(), Durability.PROCESS));
        notes = new NotesSkill(new MessageFiles(), database);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 장보기 목록에 우유랑 계란 추가해 줘 | 네, 장보기 목록에 넣었어요: 우유, 계란 | 장보기 목록 보여 줘"
                        + " | 장보기 목록에 2개가 있어요. / - 우유 / - 계란 | 장보기 목록에서 우유 빼 줘 | 네, 장보기 목록에서 뺐어요: 우유",
                "ENGLISH | Add milk and eggs to the shopping list. | Okay, I've put milk and eggs on the shopping list."
                        + " | what's on my shopping list? | On the shopping list (2 entries): / - milk / - eggs"
                        + " | remove the milk from the shopping list | Okay, I've taken milk off the shopping list.",
                "CHINESE | 把牛奶和鸡蛋加到购物清单 | 好的，已把牛奶和鸡蛋加到购物清单。 | 购物清单上有什么？"
                        + " | 购物清单里有2项： / - 牛奶 / - 鸡蛋 | 把牛奶从购物清单里去掉 | 好的，已从购物清单去掉牛奶。",
                "JAPANESE | 買い物リストに牛乳と卵を追加して | はい、買い物リストに牛乳と卵を追加しました。 | 買い物リストを見せて"
                        + " | 買い物リストには2件あります。 / - 牛乳 / - 卵 | 買い物リストから牛乳を消して"
                        + " | はい、買い物リストから牛乳を消しました。",
                "SPANISH | Añade leche y huevos a la lista de la compra."
                        + " | De acuerdo, he puesto leche y huevos en la lista de la compra."
                        + " | ¿qué hay en la lista de la compra? | En la lista de la compra (2 entradas): / - leche"
                        + " / - huevos | quita la leche de la lista de la compra"
                        + " | De acuerdo, he quitado leche de la lista de la compra.",
                "FRENCH | Ajoute du lait et des œufs à la liste de courses. | D'accord, ajouté à la"
                        + " liste de courses : lait et œufs | montre-moi la liste de courses | Sur la liste de courses (2"
                        + " entrées)\u00a0: / - lait / - œufs | enlève le lait de la liste de courses | D'accord, j'ai"
                        + " retiré lait de la liste de courses.",
                "GERMAN | Setz Milch und Eier auf die Einkaufsliste. | Gut, Einkaufsliste: Milch und Eier hinzugefügt."
                        + " | was steht auf der Einkaufsliste? | Einkaufsliste (2 Einträge): / - Milch / - Eier"
                        + " | streich die Milch von der Einkaufsliste | Gut, Einkaufsliste: Milch gestrichen."
            })
    void a_shopping_list_is_kept(
            Language language, String add, String added, String show, String shown, String remove, String removed) {
        assertThat(say("notes.add", language, add).text()).isEqualTo(added);
        assertThat(say("notes.show", language, show).text().lines()).containsExactly(shown.split(" / "));
        assertThat(say("notes.remove", language, remove).text()).isEqualTo(removed);
        assertThat(say("notes.show", language, show).text().lines()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 할 일 목록에 화분 물 주기 추가해 줘 | 화분 물 주기 | 캠핑 목록에 텐트 추가해 줘 | 네, “캠핑” 목록에 넣었어요: 텐트",
                "ENGLISH | put water the plants on my to-do list | water the plants | add a tent to the camping list"
                        + " | Okay, I've put tent on the list “camping”.",
                "CHINESE | 在待办清单里添加浇花 | 浇花 | 把帐篷加到露营清单 | 好的，已把帐篷加到“露营”清单。",
                "JAPANESE | やることリストに花に水やりを追加して | 花に水やり | キャンプリストにテントを追加して" + " | はい、「キャンプ」リストにテントを追加しました。",
                "SPANISH | pon regar las plantas en mi lista de tareas | regar las plantas"
                        + " | añade una tienda a la lista de acampada"
                        + " | De acuerdo, he puesto tienda en la lista «acampada».",
                "FRENCH | mets arroser les plantes sur ma liste de tâches | arroser les plantes"
                        + " | ajoute une tente à la liste de camping"
                        + " | D'accord, ajouté à la liste «\u00a0camping\u00a0» : tente",
                "GERMAN | setz Blumen gießen auf meine To-do-Liste | Blumen gießen"
                        + " | setz ein Zelt auf die Campingliste | Gut, Liste „camping“: Zelt hinzugefügt."
            })
    void other_lists_have_their_names(Language language, String task, String kept, String named, String answer) {
        assertThat(say("notes.add", language, task).data()).isEqualTo(Map.of("list", "todo", "added", List.of(kept)));
        assertThat(say("notes.add", language, named).text()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 우유 사야 해 | 장보기 목록 비워 줘 | 장보기 목록에 있는 1개를 모두 지울까요? | 장보기 목록을 비웠어요.",
                "ENGLISH | we need milk | clear the shopping list | Shall I delete the one entry on the shopping list?"
                        + " | Done, the shopping list is empty now.",
                "CHINESE | 我需要买牛奶 | 清空购物清单 | 要把购物清单里的1项全部删除吗？ | 好了，购物清单已经清空。",
                "JAPANESE | 牛乳を買わなきゃ | 買い物リストを空にして | 買い物リストの1件をすべて消しますか？ | 買い物リストを空にしました。",
                "SPANISH | necesitamos leche | vacía la lista de la compra"
                        + " | ¿Borro la única entrada de la lista de la compra?"
                        + " | Hecho, la lista de la compra está vacía.",
                "FRENCH | il nous faut du lait | vide la liste de courses"
                        + " | Faut-il supprimer la seule entrée de la liste de courses\u00a0?"
                        + " | C'est fait, la liste de courses est vide.",
                "GERMAN | wir brauchen Milch | leere die Einkaufsliste"
                        + " | Einkaufsliste: Soll ich den einen Eintrag löschen? | Erledigt. Einkaufsliste: jetzt leer."
            })
    void a_list_is_emptied_after_a_yes(Language language, String add, String clear, String question, String done) {
        say("notes.add", language, add);

        assertThat(say("notes.clear", language, clear)).isEqualTo(SkillAnswer.confirm(question));
        assertThat(notes.answer(confirmed("notes.clear", language, clear)).text())
                .isEqualTo(done);
        assertThat(notes.answer(confirmed("notes.clear", language, clear)).needsConfirmation())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 메모해 줘: 차는 지하 3층에 있어 | 메모했어요: “차는 지하 3층에 있어” | 차에 대한 메모 찾아 줘 | 메모 1개가 있어요."
                        + " | 차에 대한 메모 지워 줘 | “차는 지하 3층에 있어” 메모를 지울까요? | “차는 지하 3층에 있어” 메모를 지웠어요.",
                "ENGLISH | Note that the car is on level three | Noted: “the car is on level three”"
                        + " | what did I note about the car? | You have 1 note: | delete the note about the car"
                        + " | Shall I delete the note “the car is on level three”?"
                        + " | The note “the car is on level three” is deleted.",
                "CHINESE | 记一下：车停在三层 | 记下了：“车停在三层” | 找一下关于车的笔记 | 有1条笔记： | 删除关于车的笔记"
                        + " | 要删除笔记“车停在三层”吗？ | 笔记“车停在三层”已删除。",
                "JAPANESE | 車は3階に停めたとメモして | メモしました：「車は3階に停めた」 | 車についてのメモを探して | メモが1件あります。"
                        + " | 車についてのメモを消して | 「車は3階に停めた」というメモを消しますか？ | 「車は3階に停めた」というメモを消しました。",
                "SPANISH | Anota que el coche está en la tercera planta | Anotado: «el coche está en la tercera planta»"
                        + " | ¿qué anoté sobre el coche? | Tienes 1 nota: | borra la nota sobre el coche"
                        + " | ¿Borro la nota «el coche está en la tercera planta»?"
                        + " | He borrado la nota «el coche está en la tercera planta».",
                "FRENCH | Note que la voiture est au troisième niveau"
                        + " | C'est noté\u00a0: «\u00a0la voiture est au troisième niveau\u00a0»"
                        + " | qu'est-ce que j'ai noté sur la voiture ? | Vous avez 1 note\u00a0:"
                        + " | supprime la note sur la voiture"
                        + " | Faut-il supprimer la note «\u00a0la voiture est au troisième niveau\u00a0»\u00a0?"
                        + " | La note «\u00a0la voiture est au troisième niveau\u00a0» est supprimée.",
                "GERMAN | Notiere, dass das Auto auf Ebene drei steht | Notiert: „das Auto auf Ebene drei steht“"
                        + " | was habe ich zum Auto notiert? | Du hast 1 Notiz: | lösch die Notiz zum Auto"
                        + " | Soll ich die Notiz „das Auto auf Ebene drei steht“ löschen?"
                        + " | Die Notiz „das Auto auf Ebene drei steht“ ist gelöscht."
            })
    void notes_are_written_found_and_deleted(
            Language language,
            String write,
            String written,
            String find,
            String found,
            String delete,
            String question,
            String deleted) {
        assertThat(say("notes.write", language, write).text()).isEqualTo(written);
        assertThat(say("notes.find", language, find).text().lines().findFirst()).contains(found);
        assertThat(say("notes.delete", language, delete)).isEqualTo(SkillAnswer.confirm(question));
        assertThat(notes.answer(confirmed("notes.delete", language, delete)).text())
                .isEqualTo(deleted);
        assertThat(say("notes.find", language, find).data()).isEqualTo(Map.of("notes", List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOREAN | 장보기 목록에 뭐 좀 넣을게 | 목록에 무엇을 넣을까요? | 무엇을 메모할까요?",
                "ENGLISH | … | What should I put on the list? | What should I write down?",
                "CHINESE | … | 要把什么加到清单里？ | 要记下什么？",
                "JAPANESE | … | リストに何を追加しますか？ | 何をメモしますか？",
                "SPANISH | … | ¿Qué pongo en la lista? | ¿Qué quieres que anote?",
                "FRENCH | … | Que dois-je mettre sur la liste\u00a0? | Que dois-je noter\u00a0?",
                "GERMAN | … | Was soll ich auf die Liste setzen? | Was soll ich aufschreiben?"
            })
    void what_is_missing_is_asked_for(Language language, String words, String things, String text) {
        assertThat(say("notes.add", language, "…")).isEqualTo(SkillAnswer.ask("things", things));
        assertThat(say("notes.write", language, "…")).isEqualTo(SkillAnswer.ask("text", text));
    }

    @Test
    void the_answer_to_the_question_is_taken_as_it_is() {
        SkillRequest request = new SkillRequest(
                "notes.add",
                "…",
                Language.ENGLISH,
                List.of(),
                person,
                "session-1",
                ZonedDateTime.now(clock),
                Map.of("things", new Entity("text", "milk, bread and jam", "milk, bread and jam", 0, 19, 1)),
                false,
                List.of(),
                PersonContext.unknown(Language.ENGLISH));

        assertThat(notes.answer(request).text()).isEqualTo("Okay, I've put milk, bread and jam on the shopping list.");
    }

    @Test
    void nothing_is_there_twice() {
        say("notes.add", Language.ENGLISH, "add milk to the shopping list");

        assertThat(say("notes.add", Language.ENGLISH, "add Milk to the shopping list")
                        .text())
                .isEqualTo("Already on the shopping list: Milk.");
        assertThat(say("notes.add", Language.ENGLISH, "add milk and tea to the shopping list")
                        .text())
                .isEqualTo("Okay, I've put tea on the shopping list.");
    }

    @Test
    void people_do_not_see_each_others_entries() {
        say("notes.add", Language.ENGLISH, "add milk to the shopping list");
        say("notes.write", Language.ENGLISH, "note that my pin is 1234");

        person = "somebody else than " + person;

        assertThat(say("notes.show", Language.ENGLISH, "show my lists").text())
                .isEqualTo("You don't have any lists yet.");
        assertThat(say("notes.find", Language.ENGLISH, "what did I note about pin")
                        .text())
                .isEqualTo("I can't find a note about “pin”.");
        assertThat(say("notes.remove", Language.ENGLISH, "remove milk from the shopping list")
                        .text())
                .isEqualTo("I can't find milk on the shopping list.");
    }

    @Test
    void several_notes_are_asked_about() {
        say("notes.write", Language.ENGLISH, "note that the car is blue");
        say("notes.write", Language.ENGLISH, "note that the car needs oil");

        SkillAnswer answer = say("notes.delete", Language.ENGLISH, "delete the note about the car");

        assertThat(answer.text()).isEqualTo("Which note should I delete?\n- the car is blue\n- the car needs oil");
        assertThat(answer.needsClarification()).isTrue();
        assertThat(answer.referents()).hasSize(2);
    }

    @Test
    void entries_have_limits() {
        assertThat(say("notes.write", Language.ENGLISH, "note that " + "x".repeat(501))
                        .text())
                .isEqualTo("That is too long for me: an entry can have 500 characters at most.");

        String things =
                String.join(", ", IntStream.range(0, 600).mapToObj(i -> "t" + i).toList());
        say("notes.add", Language.ENGLISH, "add " + things + " to the shopping list");
        assertThat(say("notes.add", Language.ENGLISH, "add " + things.replace('t', 'u') + " to the shopping list")
                        .text())
                .isEqualTo("You already keep 1,000 entries. Please delete some first.");
    }

    private SkillAnswer say(String intent, Language language, String text) {
        return notes.answer(
                new SkillRequest(intent, text, language, List.of(), person, "session-1", ZonedDateTime.now(clock)));
    }

    private SkillRequest confirmed(String intent, Language language, String text) {
        return new SkillRequest(
                intent,
                text,
                language,
                List.of(),
                person,
                "session-1",
                ZonedDateTime.now(clock),
                Map.of(),
                true,
                List.of(),
                PersonContext.unknown(language));
    }
}

package io.liying.nlu.training.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.LanguageDetector;
import io.liying.nlu.api.training.ImportOrder;
import io.liying.nlu.api.training.LineProblem;
import io.liying.nlu.api.training.TrainingException;
import io.liying.nlu.language.CompactLanguageDetector;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(20)
class FileReaderTest {

    private static final LanguageDetector DETECTOR = new CompactLanguageDetector();
    private final FileReader reader = new FileReader(DETECTOR, new ReadLimits(1000, 100, 5));

    private FileReader.Content read(String name, String content) throws TrainingException {
        return read(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private FileReader.Content read(String name, byte[] content) throws TrainingException {
        return reader.read(content, new ImportOrder(name, Optional.empty(), Optional.of(Language.ENGLISH)));
    }

    private static List<String> texts(FileReader.Content content) {
        return content.sentences().stream()
                .map(one -> one.intent() + ": " + one.text())
                .toList();
    }

    private static List<String> problems(FileReader.Content content) {
        return content.problems().stream()
                .map(problem -> problem.line() + " " + problem.code())
                .toList();
    }

    @Test
    void csv_is_read_with_a_header_quotes_and_lines_in_sentences() throws Exception {
        FileReader.Content content = read(
                "a.csv",
                "text,intent\r\n"
                        + "wake me at seven,timer.set\r\n"
                        + "\"well, \"\"now\"\"\",clock.time\r\n"
                        + "\"two\n"
                        + "lines\",notes.add\r\n");

        assertThat(texts(content))
                .containsExactly("timer.set: wake me at seven", "clock.time: well, \"now\"", "notes.add: two lines");
        assertThat(content.entries()).isEqualTo(3);
        assertThat(content.problems()).isEmpty();
    }

    @Test
    void csv_may_have_other_separators_columns_in_any_order_and_no_header() throws Exception {
        assertThat(texts(read("a.csv", "intent;text\na.b;hello"))).containsExactly("a.b: hello");
        assertThat(texts(read("a.tsv", "label\ttext\n3\t지금 몇 시야"))).containsExactly("3: 지금 몇 시야");
        assertThat(texts(read("a.csv", "hello there,greet\nbye,part")))
                .containsExactly("greet: hello there", "part: bye");
    }

    @Test
    void each_bad_line_is_told_and_the_others_count() throws Exception {
        FileReader.Content content = read("a.csv", """
            text,intent
            ,timer.set
            hello
            bye,
            hello,greet
            hello,greet
            hello,part
            set [five minutes(duration),timer.set
            "open,greet
            last,greet
            """);

        assertThat(texts(content)).containsExactly("greet: hello", "greet: last");
        assertThat(problems(content))
                .containsExactly(
                        "2 line.text", "3 line.columns", "4 line.intent", "6 line.repeated", "7 line.contradicts");
        assertThat(content.problemCount()).isEqualTo(7);
        assertThat(content.entries()).isEqualTo(9);
    }

    @Test
    void languages_are_taken_from_the_file_or_found() throws Exception {
        FileReader.Content told = read("a.csv", "text,intent,language\nhallo,greet,de-AT\nhello,greet,xx\n");
        assertThat(told.sentences()).containsExactly(new Sentence("greet", Language.GERMAN, "hallo"));
        assertThat(problems(told)).containsExactly("3 line.language");

        FileReader.Content found = reader.read(
                "지금 몇 시야,clock.time\n오늘 날씨 어때,weather.now\nwhat time is it now,clock.time\nok,yes"
                        .getBytes(StandardCharsets.UTF_8),
                new ImportOrder("mixed", Optional.empty(), Optional.empty()));
        assertThat(found.sentences().stream().map(Sentence::language))
                .startsWith(Language.KOREAN, Language.KOREAN, Language.ENGLISH);
    }

    @Test
    void out_of_scope_has_one_name() throws Exception {
        assertThat(texts(read("a.csv", "who won the cup,oos\nis it art,out_of_scope")))
                .containsExactly("none: who won the cup", "none: is it art");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"text\":\"hello\",\"intent\":\"greet\"},{\"text\":\"bye\",\"intent\":\"part\"}]",
                "{\"text\":\"hello\",\"intent\":\"greet\"}\n{\"text\":\"bye\",\"intent\":\"part\"}\n",
                "{\"greet\":[\"hello\"],\"part\":[\"bye\"]}",
                "{\"rasa_nlu_data\":{\"common_examples\":[{\"text\":\"hello\",\"intent\":\"greet\",\"entities\":[]},"
                        + "{\"text\":\"bye\",\"intent\":\"part\"}]}}",
                "version: \"3.1\"\n"
                        + "nlu:\n"
                        + "- intent: greet\n"
                        + "  examples: |\n"
                        + "    - hello\n"
                        + "- intent: part\n"
                        + "  examples: |\n"
                        + "    - bye\n",
                "- text: hello\n  intent: greet\n- text: bye\n  intent: part\n",
                "greet:\n  - hello\npart:\n  - bye\n"
            })
    void json_and_yaml_are_read_in_their_shapes(String content) throws Exception {
        String name = content.startsWith("greet") ? "a.yaml" : "sentences";
        assertThat(texts(read(name, content))).containsExactly("greet: hello", "part: bye");
    }

    @Test
    void marks_of_rasa_become_marks_of_our_own() throws Exception {
        FileReader.Content content = read("nlu.yml", """
            nlu:
            - intent: timer.set
              examples: |
                - wake me in [five minutes](duration)
                - wake me in [ten minutes]{"entity": "duration", "value": "PT10M"}
                - tea in [an hour](duration:PT1H)
            - synonym: Seoul
              examples: |
                - 서울
            - intent: greet
              examples: |
                hello
                - hi
            """);

        assertThat(texts(content))
                .containsExactly(
                        "timer.set: wake me in [five minutes](duration)",
                        "timer.set: wake me in [ten minutes](duration)",
                        "timer.set: tea in [an hour](duration)",
                        "greet: hi");
        assertThat(problems(content)).containsExactly("7 line.other", "12 line.hyphen");
        assertThat(texts(read(
                        "r.json",
                        "{\"rasa_nlu_data\":{\"common_examples\":[{\"text\":\"tea in an hour\",\"intent\":\"t\","
                                + "\"entities\":[{\"start\":7,\"end\":14,\"entity\":\"duration\"}]}]}}")))
                .containsExactly("t: tea in [an hour](duration)");
    }

    @Test
    void a_byte_order_mark_and_utf_16_do_no_harm() throws Exception {
        assertThat(texts(read("a.csv", "\uFEFFtext,intent\nhello,greet"))).containsExactly("greet: hello");
        byte[] wide = ("\uFEFF" + "안녕,greet").getBytes(StandardCharsets.UTF_16LE);
        assertThat(texts(read("a.csv", wide))).containsExactly("greet: 안녕");
    }

    @Test
    void another_encoding_is_told_by_line_or_as_a_whole() throws Exception {
        byte[] mostly = "hello,greet\nwie geht’s,greet\nnaïve café,greet\n".getBytes(Charset.forName("windows-1252"));
        assertThat(problems(read("a.csv", mostly))).containsExactly("2 line.encoding", "3 line.encoding");
        assertThatThrownBy(() -> read("a.csv", "안녕하세요,greet\n날씨 어때요,weather\n".getBytes(Charset.forName("EUC-KR"))))
                .isInstanceOfSatisfying(
                        TrainingException.class,
                        refused -> assertThat(refused.code()).isEqualTo("file.encoding"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n \n", "\uFEFF"})
    void an_empty_file_is_refused(String content) {
        assertThatThrownBy(() -> read("a.csv", content))
                .isInstanceOfSatisfying(
                        TrainingException.class,
                        refused -> assertThat(refused.code()).isEqualTo("file.empty"));
    }

    @Test
    void what_is_no_text_is_refused() {
        assertThatThrownBy(() -> read("a.csv", new byte[] {'P', 'K', 3, 4, 0, 0, 1}))
                .isInstanceOfSatisfying(
                        TrainingException.class,
                        refused -> assertThat(refused.code()).isEqualTo("file.binary"));
    }

    @Test
    void a_huge_line_and_too_many_sentences_are_told() throws Exception {
        FileReader.Content huge = read("a.csv", "x".repeat(2_000_000) + ",greet\nhello,greet\n");
        assertThat(texts(huge)).containsExactly("greet: hello");
        assertThat(problems(huge)).containsExactly("1 line.long");

        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 1002; i++) {
            many.append("sentence ").append(i).append(",greet\n");
        }
        FileReader.Content cut = read("a.csv", many.toString());
        assertThat(cut.sentences()).hasSize(1000);
        assertThat(problems(cut)).containsExactly("1001 line.toomany", "1002 line.toomany");
    }

    @Test
    void a_quote_that_is_never_closed_costs_one_line_only() throws Exception {
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            content.append(i == 100 ? "\"" : "").append("sentence ").append(i).append(",greet\n");
        }

        FileReader.Content read = read("a.csv", content.toString());

        assertThat(read.sentences()).hasSize(499);
        assertThat(problems(read)).containsExactly("101 line.quote");
    }

    @Test
    void references_to_references_in_yaml_are_refused() {
        String bomb = """
            a: &a ["x","x","x","x","x","x","x","x","x"]
            b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]
            c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]
            d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]
            e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]
            """;

        assertThatThrownBy(() -> read("bomb.yaml", bomb))
                .isInstanceOfSatisfying(
                        TrainingException.class,
                        refused -> assertThat(refused.code()).isEqualTo("file.yaml"));
        assertThatThrownBy(() -> read("deep.yaml", "[".repeat(100_000))).isInstanceOf(TrainingException.class);
        assertThatThrownBy(() -> read("deep.json", "[".repeat(100_000))).isInstanceOf(TrainingException.class);
    }

    @Test
    void broken_json_and_yaml_name_the_line() throws Exception {
        assertThatThrownBy(() -> read("a.json", "[\n{\"text\": hello}\n]"))
                .isInstanceOfSatisfying(
                        TrainingException.class,
                        refused -> assertThat(refused.details()).containsEntry("line", 2));
        assertThatThrownBy(() -> read("a.yaml", "nlu:\n- intent: a\n  examples: [\n"))
                .isInstanceOfSatisfying(
                        TrainingException.class,
                        refused -> assertThat(refused.details()).containsEntry("line", 4));
        FileReader.Content half = read("a.json", "[{\"text\":\"hello\",\"intent\":\"greet\"},\n{\"text\":");
        assertThat(texts(half)).containsExactly("greet: hello");
        assertThat(half.problems()).extracting(LineProblem::code).containsExactly("line.json");
    }
}

package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.EntityExtractor;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Finds temperatures, money and quantities: a number and a unit beside it. A form that stands for several units ("pounds")
 * gives an entity for each. Each language's units are loaded when it is first used.
 */
@Component
public final class MeasureEntityExtractor implements EntityExtractor {

    /** Text beyond this is not looked at; a turn is far shorter. */
    private static final int MOST_CHARACTERS = 10_000;

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Map<Language, Lexicon> lexicons = new ConcurrentHashMap<>(new EnumMap<>(Language.class));
    private final Map<Language, Units> units = new ConcurrentHashMap<>(new EnumMap<>(Language.class));

    @Activate
    public MeasureEntityExtractor() {}

    /** A number and where it stands. */
    record Amount(BigDecimal value, int start, int end, boolean digits) {}

    @Override
    public List<Entity> extract(String text, Language language, ZonedDateTime reference) {
        String bounded = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        String folded = Folding.fold(bounded);
        Measures measures = new Measures(bounded, folded, language, units.computeIfAbsent(language, Units::of));
        for (Amount amount : amounts(folded, language)) {
            measures.read(amount);
        }
        return measures.found();
    }

    private List<Amount> amounts(String folded, Language language) {
        boolean eastern = language == Language.KOREAN || language == Language.CHINESE || language == Language.JAPANESE;
        return eastern ? eastern(folded) : western(folded, language);
    }

    private static List<Amount> eastern(String folded) {
        List<Amount> amounts = new ArrayList<>();
        int at = 0;
        while (at < folded.length()) {
            boolean half = folded.charAt(at) == '半' || folded.charAt(at) == '반';
            EasternNumbers.Found number = half ? new EasternNumbers.Found(HALF, at + 1) : EasternNumbers.at(folded, at);
            if (number == null) {
                at++;
                continue;
            }
            boolean digits = Character.isDigit(folded.charAt(at));
            boolean insideWord = at > 0 && !digits && isHangul(folded.charAt(at - 1)) && isHangul(folded.charAt(at));
            if (!insideWord || endsSign(folded, at)) {
                amounts.add(new Amount(number.value(), at, number.end(), digits));
            }
            at = number.end();
        }
        return amounts;
    }

    /** "영하" and "마이너스" may be written together with their number. */
    private static boolean endsSign(String folded, int at) {
        String before = folded.substring(0, at);
        return before.endsWith("영하") || before.endsWith("마이너스") || before.endsWith("약");
    }

    private List<Amount> western(String folded, Language language) {
        Lexicon lexicon = lexicons.computeIfAbsent(language, Lexicon::of);
        List<Amount> amounts = new ArrayList<>();
        for (Piece piece : Numbers.joined(lexicon, Lexer.pieces(lexicon, folded), folded)) {
            if (piece.is(Kind.NUMBER) || piece.is(Kind.ARTICLE)) {
                boolean digits = Character.isDigit(folded.charAt(piece.start()));
                amounts.add(new Amount(new BigDecimal(piece.value()), piece.start(), piece.end(), digits));
            } else if (piece.is(Kind.HALF)) {
                amounts.add(new Amount(HALF, piece.start(), piece.end(), false));
            }
        }
        return amounts;
    }

    private static boolean isHangul(char c) {
        return c >= '가' && c <= '힣';
    }
}

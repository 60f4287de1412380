package io.liying.nlu.entity;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.Entity;
import io.liying.nlu.api.EntityExtractor;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Finds entities with one engine and a lexicon for each language, which is loaded when its language is first used. At each
 * place the reading that covers the most wins: an expression covers its numbers, a time its hour. Cities may overlap.
 */
@Component
public final class LexiconEntityExtractor implements EntityExtractor {

    /** Text beyond this is not looked at; a turn is far shorter. */
    private static final int MOST_CHARACTERS = 10_000;

    private final Map<Language, Lexicon> lexicons = new ConcurrentHashMap<>(new EnumMap<>(Language.class));
    private final Cities cities = new Cities();

    @Activate
    public LexiconEntityExtractor() {}

    @Override
    public List<Entity> extract(String text, Language language, ZonedDateTime reference) {
        String bounded = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        String folded = Folding.fold(bounded);
        Lexicon lexicon = lexicons.computeIfAbsent(language, Lexicon::of);
        List<Piece> pieces = Lexer.pieces(lexicon, folded);
        Reference here = Reference.of(language, reference);
        List<Entity> found = Approximations.possible(pieces)
                ? Approximations.read(lexicon, pieces, bounded, folded, here)
                : Readings.of(Numbers.joined(lexicon, pieces, folded), bounded, folded, here);
        int before = found.size();
        cities.find(bounded, folded, language, found);
        if (found.size() > before) {
            new Zones(here, folded).convert(found);
        }
        found.sort(Comparator.comparingInt(Entity::start));
        return found;
    }
}

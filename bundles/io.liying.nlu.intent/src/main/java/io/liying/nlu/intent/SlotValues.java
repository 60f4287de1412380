package io.liying.nlu.intent;

import io.liying.i18n.api.Language;
import io.liying.nlu.api.MarkedPhrase;
import java.util.ArrayList;
import java.util.List;

/** The values that example phrases mark, by their kind: what was "five minutes" there is "# minutes" here. */
final class SlotValues {

    static final SlotValues NONE = new SlotValues(new IntIndex(1), new int[0]);

    private final IntIndex values;
    private final int[] slots;

    private SlotValues(IntIndex values, int[] slots) {
        this.values = values;
        this.slots = slots;
    }

    static SlotValues of(List<MarkedPhrase> phrases, Language language) {
        IntIndex values = new IntIndex(64);
        List<Integer> slots = new ArrayList<>();
        Tokens tokens = new Tokens(language);
        for (MarkedPhrase phrase : phrases) {
            for (MarkedPhrase.Slot slot : phrase.slots()) {
                tokens.read(phrase.text().substring(slot.start(), slot.end()));
                if (tokens.count() > 0 && values.put(Features.hash(tokens)) == slots.size()) {
                    slots.add(slot.name().hashCode());
                }
            }
        }
        return new SlotValues(values, slots.stream().mapToInt(Integer::intValue).toArray());
    }

    boolean isEmpty() {
        return slots.length == 0;
    }

    /** The kind of slot that has a value of this hash, or a negative number. */
    int find(int hash) {
        int value = values.get(hash);
        return value == IntIndex.ABSENT ? -1 : slots[value] & 0x7FFFFFFF;
    }
}

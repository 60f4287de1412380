package io.liying.conversation.ui;

/** A stretch over several messages: from where the mouse was pressed to where it is now. */
record Selection(int fromBubble, int fromOffset, int toBubble, int toOffset) {

    static final Selection NONE = new Selection(-1, 0, -1, 0);

    static Selection at(int bubble, int offset) {
        return new Selection(bubble, offset, bubble, offset);
    }

    Selection to(int bubble, int offset) {
        return fromBubble < 0 ? at(bubble, offset) : new Selection(fromBubble, fromOffset, bubble, offset);
    }

    /** The part of a message with so many characters that is selected: its start and its end, exclusive. */
    int[] within(int bubble, int length) {
        boolean forward = fromBubble < toBubble || (fromBubble == toBubble && fromOffset <= toOffset);
        int first = forward ? fromBubble : toBubble;
        int last = forward ? toBubble : fromBubble;
        if (bubble < first || bubble > last || first < 0) {
            return new int[] {0, 0};
        }
        int start = bubble == first ? (forward ? fromOffset : toOffset) : 0;
        int end = bubble == last ? (forward ? toOffset : fromOffset) : length;
        return new int[] {Math.min(start, length), Math.min(end, length)};
    }
}

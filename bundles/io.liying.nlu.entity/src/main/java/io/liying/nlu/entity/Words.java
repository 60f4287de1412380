package io.liying.nlu.entity;

import io.liying.nlu.api.Entity;
import java.util.List;
import java.util.Map;

/** The words of an entity in their text. */
record Words(String text, int start, int end) {

    static Words of(List<Piece> pieces, String text, int startPiece, int endPiece) {
        return new Words(
                text, pieces.get(startPiece).start(), pieces.get(endPiece - 1).end());
    }

    Entity entity(
            String type, String value, List<String> alternatives, Map<String, String> attributes, double confidence) {
        return new Entity(type, value, text.substring(start, end), start, end, confidence, alternatives, attributes);
    }

    Entity entity(String type, String value, double confidence) {
        return new Entity(type, value, text.substring(start, end), start, end, confidence);
    }
}

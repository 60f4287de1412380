package io.liying.speech.core.audio;

/** The two telephone encodings of ITU-T G.711, expanded to 16 bits. */
final class Companding {

    private Companding() {}

    static int muLaw(byte code) {
        int inverted = ~code & 0xFF;
        int magnitude = ((inverted & 0x0F) * 2 + 33 << (inverted >> 4 & 7)) - 33 << 2;
        return (inverted & 0x80) == 0 ? magnitude : -magnitude;
    }

    static int aLaw(byte code) {
        int toggled = code & 0xFF ^ 0x55;
        int exponent = toggled >> 4 & 7;
        int mantissa = (toggled & 0x0F) * 2 + 1;
        int magnitude = exponent == 0 ? mantissa << 3 : mantissa + 32 << exponent + 2;
        return (toggled & 0x80) == 0 ? -magnitude : magnitude;
    }
}

"""The speech process of Afterword: finds speech in recordings and transcribes it."""

# Increased whenever a change of decoding changes the output; part of the engine's fingerprint.
DECODING_RULES = 4

"""The speech process of Afterword: finds speech in recordings and turns it into words."""

# Raised whenever the way of decoding changes what is heard; part of the engine's fingerprint.
DECODING_RULES = 1

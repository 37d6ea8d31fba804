"""Whose voice is heard when: embeddings of short windows of speech."""

# Increased whenever a change gives other windows or embeddings; part of the engine's fingerprint.
VOICE_RULES = 2

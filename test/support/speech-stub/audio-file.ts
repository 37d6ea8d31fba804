/** Bytes of a second, of the formats whose length is not in a header. */
const BYTES_PER_SECOND: Readonly<Record<string, number>> = {
  'audio/ogg': 4_000,
  'audio/mpeg': 8_000,
};
const WAV_HEADER_BYTES = 44;
const WAV_BYTES_PER_SECOND = 32_000;

/**
 * The length of a small audio file, in seconds: exact for FLAC and for WAV of 16 kHz, 16 bit, mono; an estimate
 * for others.
 * @throws Error when the content is not of its type
 */
export function secondsOf(bytes: Buffer, mediaType: string): number {
  if (mediaType === 'audio/flac') return flacSeconds(bytes);
  if (mediaType === 'audio/wav') {
    if (bytes.toString('latin1', 0, 4) !== 'RIFF') throw new Error('it is no WAV file');
    return (bytes.length - WAV_HEADER_BYTES) / WAV_BYTES_PER_SECOND;
  }
  const rate = BYTES_PER_SECOND[mediaType];
  if (rate === undefined) throw new Error(`the stub knows no ${mediaType}`);
  return bytes.length / rate;
}

/** Reads the block STREAMINFO (RFC 9639): 20 bits of sample rate, and 36 of the number of samples. */
function flacSeconds(bytes: Buffer): number {
  if (bytes.toString('latin1', 0, 4) !== 'fLaC') throw new Error('it is no FLAC file');
  const rateHz = bytes.readUIntBE(18, 3) >> 4;
  const samples = (bytes.readUInt8(21) & 0x0f) * 2 ** 32 + bytes.readUInt32BE(22);
  return samples / rateHz;
}

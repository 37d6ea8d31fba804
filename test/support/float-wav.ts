const HEADER_BYTES = 44;

/** A mono WAV file of 32-bit float samples, which keep what 16 bits would lose of quiet speech. */
export function floatWav(samples: Float64Array, rateHz: number): Buffer {
  const wav = Buffer.alloc(HEADER_BYTES + samples.length * 4);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(3, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(rateHz, 24);
  wav.writeUInt32LE(rateHz * 4, 28);
  wav.writeUInt16LE(4, 32);
  wav.writeUInt16LE(32, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(samples.length * 4, 40);
  for (const [number, sample] of samples.entries()) {
    wav.writeFloatLE(sample, HEADER_BYTES + number * 4);
  }
  return wav;
}

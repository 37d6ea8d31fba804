import { recordingKind, recordingName } from './recording.ts';

describe('recordings', () => {
  it('have the best format that the browser supports', () => {
    expect(recordingKind(() => true)?.ending).toBe('webm');
    expect(recordingKind((mimeType) => mimeType === 'audio/mp4')?.ending).toBe('m4a');
    expect(recordingKind(() => false)).toBeNull();
  });

  it('are named after their time', () => {
    const kind = recordingKind(() => true);
    if (kind === null) throw new Error('there is no kind');
    expect(recordingName(new Date(2026, 10, 22, 9, 5, 7), kind)).toBe(
      'Recording 2026-11-22 09.05.07.webm',
    );
  });
});

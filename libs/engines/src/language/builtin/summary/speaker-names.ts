/**
 * The speaker whom a name means: in full, by first or last name, or by the beginning of a role ("User
 * Interface" is "the User Interface Designer"); `null` when it is none of them.
 */
export function speakerCalled(name: string, speakers: readonly string[]): string | null {
  const called = name.trim().toLowerCase();
  if (called === '') return null;
  const isCalled = (speaker: string) => {
    const full = speaker.trim().toLowerCase();
    const parts = full.split(' ');
    if (full === called || parts[0] === called || parts.at(-1) === called) return true;
    return full !== '' && (full.startsWith(`${called} `) || called.startsWith(`${full} `));
  };
  return speakers.find(isCalled) ?? null;
}

/** The first name of a speaker. */
export function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}

import { findPackageJSON } from 'node:module';
import path from 'node:path';
import type { SpokenText } from '#contracts/model';

const PROJECT = path.dirname(findPackageJSON(import.meta.url) ?? '.');

/** A recording that is part of Afterword. */
export const SAMPLE_RECORDING = {
  file: path.join(PROJECT, 'samples', '01-nora.mp3'),
  fileName: '01-nora.mp3',
  speaker: 'Nora',
} as const;

/** Typed turns for a task to work on. */
export interface SampleTalk {
  readonly turns: readonly SpokenText[];
  readonly glossary: readonly string[];
}

/** Turns with stutters, loops, wrong case and spacing, and misrecognised names. */
export const TALK_TO_CORRECT: SampleTalk = {
  glossary: ['Kaito', 'Project Heron'],
  turns: [
    { speaker: 'Ada', text: 'good morning , i i think we we should start with project herron .' },
    { speaker: 'Tom', text: 'yes. kayto has the the numbers for Tuesday .' },
    {
      speaker: 'Ada',
      text: 'Thank you thank you thank you thank you. can Kaitoh send them  today ?',
    },
  ],
};

/** A short meeting with decisions and action items. */
export const TALK_TO_SUMMARISE: SampleTalk = {
  glossary: [],
  turns: [
    { speaker: 'Nora', text: 'Good morning. Today we have to settle the launch of the catalogue.' },
    { speaker: 'Tom', text: 'The printer asks for eighteen thousand dollars for 8,000 copies.' },
    { speaker: 'Nora', text: 'That is two thousand more than last year, and over our budget.' },
    { speaker: 'Laura', text: 'We could print fewer copies and send the rest by email.' },
    { speaker: 'Tom', text: 'With 5,000 copies the price drops to thirteen thousand dollars.' },
    { speaker: 'Laura', text: 'Most of our customers read the catalogue on their phones anyway.' },
    { speaker: 'Nora', text: 'Then we have decided: we print 5,000 copies and email the rest.' },
    { speaker: 'Tom', text: 'When do we launch? The printer needs the files by 12 March.' },
    { speaker: 'Laura', text: 'The photographs will be ready on 8 March.' },
    { speaker: 'Nora', text: 'Good. We agreed to launch on Monday, 2 April.' },
    { speaker: 'Tom', text: 'I will send the files to the printer by 12 March.' },
    { speaker: 'Laura', text: 'I will tell the team in Boston today.' },
  ],
};

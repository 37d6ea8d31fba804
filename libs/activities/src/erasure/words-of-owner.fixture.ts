/** Words of `ErasingInstallation.furnish` that only its owner has said, written or named. */
export const WORDS = [
  ...['teh launch', 'the launch is in May', 'agreed!', 'prefers mornings', 'prefers evenings'],
  ...['Cables', 'CON?', 'budget.csv', 'Summer festival', 'Doors', 'a, b', 'It is settled'],
  ...[
    'We launch in',
    'secret.zip',
    'secret.mp3',
    'The answer of the engine',
    'Launch planning',
    'meeting.wav',
  ],
];
